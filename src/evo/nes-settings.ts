import { number } from '../schema/field.ts';

/** eta_mu of SNES and xNES. */
export const meanRate = number({
  default: 1,
  min: 0,
  max: 4,
  title: 'Learning rate',
  effect: 'How far the mean moves towards the better half; 1 is the default, less is steadier when results are noisy.',
});
