import { didYouMeanPath } from '../schema/nearest.ts';
import { createChangeCheck, fieldsOf, pathsIn, SECTIONS, type Section } from './amendments.ts';
import { experimentSchema, parseUnsized } from './experiment.ts';
import type { Amendment, Experiment, SettingValue } from './experiment-schema.ts';
import { partnerOf } from './pairing.ts';
import { startFault } from './start.ts';
import { bodyFault, bodyFor } from './task-body.ts';

/**
 * The experiment with one setting at a path such as `task.difficulty`, `optimizer.name` or `seed` set to a value.
 * A new name drops the other settings of its section, which belong to the old one. A new brain also selects an optimizer
 * that can search it where the old one cannot, and a new optimizer a brain; a task that needs one body selects it, and a
 * body that the task does not allow selects the default task. A `start` that no longer fits is dropped.
 * Throws an Error that names the path if there is no such setting or the value is out of range. Counts of genomes are not
 * compared with the population (`sizeFault`), because another change may follow.
 */
export function withSetting(experiment: Experiment, path: string, value: SettingValue): Experiment {
  const [room, key, ...rest] = path.split('.') as [string, string?, ...string[]];
  if (key === undefined && Object.hasOwn(experimentSchema.entries, room)) {
    const lost = room === 'body' && bodyFault(value, experiment.task.name) !== '';
    return fitting({ ...experiment, ...(lost ? { task: undefined } : {}), [room]: value });
  }
  if (key === undefined || rest.length > 0 || !SECTIONS.some((known) => known === room)) {
    const paths = [...Object.keys(experimentSchema.entries), ...pathsIn(fieldsOf(experiment))];
    throw new Error(`there is no setting ${path}${didYouMeanPath(path, paths)}`);
  }
  const before = experiment[room as Section];
  const after = key === 'name' ? { name: value } : { ...before, [key]: value };
  const body = (path === 'task.name' ? bodyFor(value) : undefined) ?? experiment.body;
  return fitting({
    ...experiment,
    ...(key === 'name' ? partners(experiment, room, value) : {}),
    body,
    [room]: after,
  });
}

/** Parses the document; drops `start` where it does not fit body and brain. */
function fitting({ start, ...document }: { start?: Experiment['start'] } & Record<string, unknown>): Experiment {
  const experiment = parseUnsized(document);
  return start && startFault({ ...experiment, start }) === '' ? { ...experiment, start } : experiment;
}

/** What changes in the other section when brain or optimizer get another name. */
function partners({ brain, optimizer }: Experiment, room: string, name: SettingValue): object {
  if (room !== 'brain' && room !== 'optimizer') return {};
  const [partner, theirs] =
    room === 'brain' ? (['optimizer', optimizer.name] as const) : (['brain', brain.name] as const);
  const fitting = partnerOf(room, name, theirs);
  if (fitting === theirs) return {};
  return { [partner]: fitting && { name: fitting } };
}

/**
 * The experiment in effect in a generation: all amendments up to it applied. All are checked, but of several amendments of
 * one setting only the last is applied, because a hostile document may hold thousands. Throws an Error that names the first change that cannot be made.
 */
export function effectiveAt(experiment: Experiment, generation: number): Experiment {
  const plain = { ...experiment, amendments: [] };
  const last = new Map<string, SettingValue>();
  const faultOf = createChangeCheck(experiment);
  for (const { generation: from, changes } of experiment.amendments) {
    if (from > generation) continue;
    for (const [path, value] of Object.entries(changes)) {
      const fault = faultOf(path, value);
      if (fault !== '') throw new Error(fault);
      last.set(path, value);
    }
  }
  if (last.size === 0) return experiment;
  const result = [...last].reduce<Experiment>((of, [path, value]) => withSetting(of, path, value), plain);
  return { ...result, amendments: experiment.amendments };
}

/** The experiment with the amendments up to a generation merged into its settings; later amendments remain. */
export function resolvedAt(experiment: Experiment, generation: number): Experiment {
  const later = experiment.amendments.filter(({ generation: from }) => from > generation);
  return { ...effectiveAt(experiment, generation), amendments: later };
}

/**
 * The experiment of a new run with settings changed, in this order. Amendments are left out: they are about the run as it was,
 * and may be of settings that another task or optimizer does not have. Throws as withSetting does.
 */
export function restartedWith(
  experiment: Experiment,
  changes: Readonly<Record<string, SettingValue>> = {},
): Experiment {
  const plain: Experiment = { ...experiment, amendments: [] };
  return Object.entries(changes).reduce((of, [path, value]) => withSetting(of, path, value), plain);
}

/** The experiment with one more amendment. */
export function withAmendment(experiment: Experiment, amendment: Amendment): Experiment {
  return { ...experiment, amendments: [...experiment.amendments, amendment] };
}
