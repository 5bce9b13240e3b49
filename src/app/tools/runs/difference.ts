import { brains } from '../../../creature/brains.ts';
import { optimizers } from '../../../evo/optimizers.ts';
import { fieldsOf } from '../../../run/amend.ts';
import { bodyOf, parseExperiment } from '../../../run/experiment.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { lookup } from '../../../schema/catalogue.ts';
import { settingsIn } from '../../../schema/setting.ts';
import { tasks } from '../../../sim/tasks.ts';

const catalogues: Record<string, Record<string, { title: string }>> = {
  task: tasks,
  brain: brains,
  optimizer: optimizers,
};
const ROOMS = ['task', 'brain', 'optimizer', 'run'] as const;
type Room = (typeof ROOMS)[number];

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const nameIn = (experiment: Experiment, room: Room) => (room === 'run' ? '' : experiment[room].name);
const titleIn = (experiment: Experiment, room: Exclude<Room, 'run'>) =>
  lookup(catalogues[room] ?? {}, experiment[room].name, room).title;

/** Who learns what by which search, in a few words. */
export function gistOf(experiment: Experiment): string[] {
  return [bodyOf(experiment).title, titleIn(experiment, 'task'), titleIn(experiment, 'optimizer')];
}

function shown(value: unknown, unit: string): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  const text = Array.isArray(value) ? value.join(', ') || 'none' : String(value);
  return unit === '' ? text : `${text} ${unit}`;
}

/** A room of the experiment with everything as is usual there. */
function usualIn(experiment: Experiment, room: Room): Record<string, unknown> {
  if (room === 'run') return parseExperiment({}).run;
  const partner = room === 'brain' ? 'optimizer' : 'brain';
  const named = { [room]: { name: experiment[room].name }, [partner]: { name: experiment[partner].name } };
  return parseExperiment(named)[room];
}

/** What an experiment has otherwise than another, or than is usual, each in a few words: `Difficulty 0.5`. */
export function differencesOf(experiment: Experiment, from?: Experiment): string[] {
  const found: string[] = [];
  if (from && !same(from.body, experiment.body)) found.push(bodyOf(experiment).title);
  for (const room of ROOMS) {
    const isOther = from !== undefined && nameIn(from, room) !== nameIn(experiment, room);
    if (isOther && room !== 'run') found.push(titleIn(experiment, room));
    const before = from && !isOther ? (from[room] as Record<string, unknown>) : usualIn(experiment, room);
    for (const { key, title, unit } of settingsIn(fieldsOf(experiment)[room])) {
      const value = (experiment[room] as Record<string, unknown>)[key];
      if (!same(value, before[key])) found.push(`${title} ${shown(value, unit)}`);
    }
  }
  if (from && from.seed !== experiment.seed) found.push(`Seed ${experiment.seed}`);
  return found;
}
