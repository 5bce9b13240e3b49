import * as v from 'valibot';
import { defineBrain } from '../brain.ts';
import { dense, denseCount } from './dense.ts';
import { denseWiring } from './dense-wiring.ts';

/** One layer: every action is a weighted sum of the observation, squashed by tanh. */
export const linear = defineBrain({
  name: 'linear',
  title: 'Linear',
  about: 'No hidden layer: reflexes only. It has few weights and trains quickly.',
  settings: v.strictObject({}),
  build(_settings, { observationSize, actionSize }) {
    return {
      parameterCount: denseCount(observationSize, actionSize),
      createPolicy(parameters) {
        const weights = new Float64Array(parameters);
        return (observation, action) => dense(weights, 0, observation, action);
      },
      wiring: () => denseWiring([observationSize, actionSize], 'tanh', 'tanh'),
    };
  },
});
