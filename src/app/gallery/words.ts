/** The text of the gallery. */
export const words = {
  title: 'Choose',
  tabs: { presets: 'Presets', bodies: 'Bodies', tasks: 'Tasks' },
  abouts: {
    presets: 'A body, a task and settings that go together.',
    bodies: 'The same task, with another body.',
    tasks: 'The same body, with something else to learn.',
  },
  trained: (distance: string) => `trained: ${distance}`,
  isTrained: 'with a trained one',
  current: 'learning now',
  begin: 'Start untrained',
  beginAbout: 'A new run, with a brain that knows nothing yet',
  sweep: 'Open the comparison',
  sweepAbout: 'Shows what it compares; you start it there',
  watch: 'Watch the trained one',
  watchAbout: 'On the stage; your run goes on',
  race: 'Race against it',
  raceAbout: 'A new untrained run, shown beside the trained one until it gets farther',
  goOn: 'Start from this one',
  goOnAbout: 'A new run that begins with its trained brain',
  notVerified: 'The trained one gives another result in this browser, so it is not shown.',
} as const;
