import { count } from '../amounts.ts';

/** Words of what is kept. */
export const words = {
  wasAt: (name: string, generation: number) => `${name} was at generation ${count(generation)}. Continue?`,
  continued: (name: string, generation: number) => `${name} continues at generation ${count(generation)}.`,
  relearns: (generation: number) => `It was at ${count(generation)} and learns the rest again, with the same results.`,
  your: (body: string) => `Your ${body.toLowerCase()}`,
  continue: 'Continue',
  anew: 'Start over',
  elsewhere: (name: string) => `${name} is running in another tab, so this tab starts a new run.`,
  runsElsewhere: (name: string) => `${name} is running in another tab.`,
  shut: 'This browser stores nothing for this page, so runs are lost when you close the tab. Export a run to keep it. Learning continues.',
  blocked:
    'An older version of this page is open in another tab, so nothing can be saved until you close that tab. Learning continues.',
  newer:
    'A newer version of this page now saves the runs. Reload this tab so that its runs are saved too. Learning continues.',
  full: 'There is no space left to save runs. Delete some under Runs, or export this one. Learning continues.',
  before: 'The newest save could not be read, so the run continues from the one before.',
  unreadable: (count: number) =>
    count === 1
      ? 'One saved run cannot be read; it was not changed.'
      : `${count} saved runs cannot be read; they were not changed.`,
  otherEngine: (name: string) =>
    `${name} was made by another version of the simulation, so its results may differ from now on.`,
  /** Begins the reason why a saved run cannot be read. */
  itsFile: 'Its file',
  damaged: (reason: string) => `This run can’t be resumed. ${reason}`,
} as const;
