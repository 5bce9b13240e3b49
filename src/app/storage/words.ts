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
  full: 'There is no room left to keep runs: delete some under Runs, or export this one. Learning goes on.',
  before: 'The newest save could not be read, so it goes on from the one before.',
  damaged: (reason: string) => `This run cannot be gone on with. ${reason}`,
} as const;
