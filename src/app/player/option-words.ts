/** Texts of the options. */
export const words = {
  show: 'Show',
  overlays: { effort: 'Effort', trail: 'Centre of mass', forces: 'Torque and contacts', sight: 'Sight' },
  overlaysAbout: {
    effort: 'How hard each joint works',
    trail: 'The centre of mass and its path so far',
    forces: 'The torque at each joint, and what touches the ground',
    sight: 'The rays by which it sees the ground',
  },
  blind: 'This creature has no sight.',
  net: 'Brain',
  netAbout: 'Its net, with the activity of each node',
  numbers: 'Numbers',
  numbersAbout: 'Time, distance, speed, height and ground contacts',
  camera: 'Camera',
  cameras: { follow: 'Follow', close: 'Close-up', wide: 'Wide' },
  ghosts: 'Ghosts',
  ghostsAbout: 'Other replays of the same body, at the same moment.',
  addGhost: 'Add a ghost',
  letGo: (name: string) => `Remove the ghost ${name}`,
  another: 'Another replay',
  keys: 'Keys',
} as const;
