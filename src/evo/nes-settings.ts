import { number } from '../schema/field.ts';

/** eta_mu of SNES and xNES. */
export const meanRate = number({
  default: 1,
  min: 0,
  max: 4,
  title: 'Pace of the centre',
  effect: 'How far the centre follows the better half; 1 is the usual, less is calmer under noise.',
});
