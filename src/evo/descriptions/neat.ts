import { neatSettings as settings } from '../neat/settings.ts';
import { describeOptimizer } from '../optimizer.ts';

export const neatDescription = describeOptimizer({
  name: 'neat',
  title: 'NEAT',
  about: 'Grows the net itself, a neuron or a connection at a time, in species that shelter what is new.',
  genome: 'graph',
  settings,
  stepSetting: 'mutation',
});
