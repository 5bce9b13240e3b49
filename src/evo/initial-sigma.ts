import { number } from '../schema/field.ts';

/** The setting `sigma` of an optimizer that adapts its step size: the deviation of every weight in the first generation. */
export const initialSigma = number({
  default: 0.1,
  min: 1e-6,
  max: 10,
  title: 'First step',
  effect:
    'How far from the start the first generation spreads; too wide and nothing walks, too narrow and it takes long.',
  level: 'basic',
  fixed: true,
});
