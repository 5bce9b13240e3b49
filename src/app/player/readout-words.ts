/** Names of the numbers. */
export const words = {
  time: 'Time',
  distance: 'Distance',
  pace: 'Speed',
  height: 'Height',
  grounded: 'On the ground',
} as const;
