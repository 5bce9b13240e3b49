import { parseExperiment } from './experiment.ts';
import type { Experiment } from './experiment-schema.ts';

const SECTIONS = ['task', 'brain', 'optimizer', 'run'] as const;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The experiment without the settings that have their default; `parseExperiment` restores the whole. */
export function sparse(experiment: Experiment): Record<string, unknown> {
  const { body, task, brain, optimizer } = experiment;
  const named = { body, task: { name: task.name }, brain: { name: brain.name }, optimizer: { name: optimizer.name } };
  const defaults = parseExperiment(named);
  const sections = SECTIONS.map((section) => {
    const own = Object.entries(experiment[section]).filter(
      ([key, value]) => key === 'name' || !same(value, (defaults[section] as Record<string, unknown>)[key]),
    );
    return [section, Object.fromEntries(own)] as const;
  });
  const { version: _, ...rest } = experiment;
  const others = Object.entries(rest).filter(([key, value]) => key === 'body' || !same(value, defaults[key as 'seed']));
  return { ...Object.fromEntries(others), ...Object.fromEntries(sections) };
}
