import { number } from '../schema/field.ts';

/** The setting `sigma` of an optimizer that adapts its step size: the deviation of every weight in the first generation. */
export const initialSigma = number({
  default: 0.1,
  min: 1e-6,
  max: 10,
  title: 'Initial step size',
  effect:
    'How far the first generation spreads around its start. If it is too wide nothing walks; if it is too narrow learning is slow.',
  level: 'basic',
  fixed: true,
});
