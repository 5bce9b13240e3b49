/** Texts of the options. */
export const words = {
  show: 'Show',
  overlays: { effort: 'Effort', trail: 'Centre of mass', forces: 'Torque and footholds', sight: 'Sight' },
  overlaysAbout: {
    effort: 'How hard each joint works',
    trail: 'The centre of mass and the way it has come',
    forces: 'The torque each joint is asked for, and what stands on the ground',
    sight: 'The rays it sees the ground by',
  },
  blind: 'It sees nothing: it has no eyes.',
  net: 'Brain at work',
  netAbout: 'Its net, lit up by what each node says',
  numbers: 'Numbers',
  numbersAbout: 'Time, distance, speed, height, and what is on the ground',
  camera: 'Camera',
  cameras: { follow: 'Follows', close: 'Close', wide: 'From afar' },
  ghosts: 'Ghosts',
  ghostsAbout: 'Other replays of the same body, at the same moment of their lives.',
  addGhost: 'Add a ghost',
  letGo: (name: string) => `Let the ghost ${name} go`,
  another: 'Another replay',
  keys: 'Keys',
} as const;
