import { neatSettings as settings } from '../neat/settings.ts';
import { describeOptimizer } from '../optimizer.ts';

export const neatDescription = describeOptimizer({
  name: 'neat',
  title: 'NEAT',
  about: 'Grows the net itself, one neuron or connection at a time, in species that protect new ideas.',
  genome: 'graph',
  settings,
  stepSetting: 'mutation',
});
