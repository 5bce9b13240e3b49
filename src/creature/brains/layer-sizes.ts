import { integers } from '../../schema/field.ts';

/** The setting `hidden` of feed-forward nets: the number of neurons in each hidden layer. */
export const layerSizes = integers({
  default: [16],
  min: 1,
  max: 256,
  maxLength: 8,
  title: 'Hidden layers',
  effect: 'Neurons in each hidden layer; more can express more and take longer to train.',
  level: 'basic',
  fixed: true,
});
