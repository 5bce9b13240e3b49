import { parseExperiment } from './experiment.ts';
import type { Experiment } from './experiment-schema.ts';

const ROOMS = ['task', 'brain', 'optimizer', 'run'] as const;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Of an experiment what is not as usual: `parseExperiment` of it gives the whole back. */
export function sparse(experiment: Experiment): Record<string, unknown> {
  const { body, task, brain, optimizer } = experiment;
  const named = { body, task: { name: task.name }, brain: { name: brain.name }, optimizer: { name: optimizer.name } };
  const usual = parseExperiment(named);
  const rooms = ROOMS.map((room) => {
    const own = Object.entries(experiment[room]).filter(
      ([key, value]) => key === 'name' || !same(value, (usual[room] as Record<string, unknown>)[key]),
    );
    return [room, Object.fromEntries(own)] as const;
  });
  const { version: _, ...rest } = experiment;
  const others = Object.entries(rest).filter(([key, value]) => key === 'body' || !same(value, usual[key as 'seed']));
  return { ...Object.fromEntries(others), ...Object.fromEntries(rooms) };
}
