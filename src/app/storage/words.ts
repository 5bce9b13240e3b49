import { count } from '../amounts.ts';

/** Words of what is kept. */
export const words = {
  wasAt: (name: string, generation: number) => `${name} was at generation ${count(generation)}. Continue?`,
  your: (body: string) => `Your ${body.toLowerCase()}`,
  continue: 'Continue',
  anew: 'Start anew',
  elsewhere: (name: string) => `${name} is running in another tab, so this one begins anew.`,
  runsElsewhere: (name: string) => `${name} is running in another tab.`,
  shut: 'This browser keeps nothing for this page, so runs end with the tab: export one to keep it. Learning goes on.',
  blocked:
    'An older version of this page is open in another tab, so nothing can be kept until that tab is closed. Learning goes on.',
  newer: 'A newer version of this page keeps the runs now: reload this tab to keep them too. Learning goes on.',
  full: 'There is no room left to keep runs: delete some under Runs, or export this one. Learning goes on.',
  before: 'The newest save could not be read, so it goes on from the one before.',
  unreadable: (count: number) =>
    count === 1
      ? 'One kept run cannot be read; it was left as it is.'
      : `${count} kept runs cannot be read; they were left as they are.`,
  otherEngine: (name: string) => `${name} is of another version of the simulation; it may go on to other bits.`,
  /** Begins the reason why a kept run cannot be read. */
  itsFile: 'Its file',
  damaged: (reason: string) => `This run cannot be gone on with. ${reason}`,
} as const;
