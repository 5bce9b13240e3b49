import { number } from '../schema/field.ts';

/** The setting of every optimizer that finds its own step as it goes: where that begins. */
export const firstStep = number({
  default: 0.1,
  min: 1e-6,
  max: 10,
  title: 'First step',
  effect:
    'How far from the start the first generation spreads; too wide and nothing walks, too narrow and it takes long.',
  level: 'basic',
  fixed: true,
});
