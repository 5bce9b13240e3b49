import { bodyOf } from '../../../run/experiment.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { count } from '../../amounts.ts';

/** Words of this tool. */
export const words = {
  lead: 'Leave a run and it waits here. Fork one to try something else with the brain it has.',
  none: 'Runs that are left after three generations or more are kept here.',
  run: (id: number) => `Run ${id}`,
  now: 'on the stage',
  from: (name: string, generation: number) => `from ${name}, generation ${count(generation)}`,
  elsewhere: (generation: number) => `from generation ${count(generation)} of another run`,
  seed: (seed: number) => `seed ${seed}`,
  generation: 'Generation',
  best: 'Best',
  curve: 'Best of each generation',
  fork: 'Fork',
  forkOf: (name: string) => `Fork ${name}`,
  goOn: 'Go on',
  goOnWith: (name: string) => `Go on with ${name}`,
  lost: 'Where it stood is not known, so it can only be forked.',
  rename: 'Rename',
  renameOf: (name: string) => `Rename ${name}`,
  name: 'Name',
  pin: 'Pin',
  pinOf: (name: string) => `Pin ${name}: it stays whatever comes`,
  forget: 'Forget',
  forgetOf: (name: string) => `Forget ${name}`,
  forgotten: (name: string) => `${name} is forgotten.`,
  undo: 'Undo',
  compare: 'Compare',
  compareWith: (name: string) => `Compare ${name}`,
  compareLead: 'Tick two runs or more to see them on one chart and to let them race.',
  across: 'Across',
  byGeneration: 'generations',
  bySteps: 'control steps',
  mean: 'with means',
  chart: (names: string) => `Best fitness of ${names}`,
  race: 'Race',
  raceAgain: 'Race on other ground',
  raceAbout: 'Their champions on the same ground at the same time.',
  raceOf: (names: string) => `${names} on the same ground.`,
  racing: 'They are getting ready…',
  runner: 'Champion',
  distanceNow: 'Now',
  distance: 'In the end',
  fell: 'falls',
  stays: 'keeps its feet',
  stopRace: 'End the race',
  noRace: 'The race could not be held. Is learning stopped?',
  fromGeneration: 'From generation',
  task: 'Task',
  body: 'Body',
  optimizer: 'Optimizer',
  seedLabel: 'Seed',
  keeps: 'Keep the brain',
  keepsAbout: 'Without it the fork begins with newborn brains, and anything goes.',
  keepsSenses:
    'It goes on feeling what it felt. It is searched around with the step in the settings, which one can tune.',
  why: 'Why some cannot be chosen',
  go: 'Fork',
  cancel: 'Cancel',
  kept: 'Kept in this browser',
  inOtherTab: 'in another tab',
  runsElsewhere: 'It is running in another tab.',
  export: 'Export',
  exportOf: (name: string) => `Export ${name} as a file`,
  import: 'Import a run',
  importAbout: 'A .gait file, from here or from gaitlab on the command line.',
  notTaken: (file: string, reason: string) => `${file} was not taken in. ${reason}`,
  notExported: 'This run has nothing to export yet.',
  delete: 'Delete',
  deleteOf: (name: string) => `Delete ${name}`,
  deleted: (name: string) => `${name} is deleted.`,
  used: (runs: number, size: string) =>
    `${runs === 1 ? 'One run is' : `${runs} runs are`} kept in this browser, with the save before: about ${size}. Without a name or a pin the twelve latest stay.`,
} as const;

/** What to call a run that is kept. */
export const keptName = ({ name, experiment }: { name: string; experiment: Experiment }): string =>
  name || experiment.title || bodyOf(experiment).title;

/** Bytes as one would say them. */
export const sizeText = (bytes: number): string =>
  bytes < 950_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
