import * as v from 'valibot';
import { exp, sin, tanh } from '../../math/portable.ts';
import { flag, number } from '../../schema/field.ts';
import { defineBrain } from '../brain.ts';
import { cpgWiring } from './cpg-wiring.ts';
import { RATE_LIMIT } from './rate-limit.ts';

/**
 * A central pattern generator: one clock for the whole body, and for each joint a sine with its own amplitude, phase
 * and offset. With feedback, what the creature feels is added to each sine and speeds the clock up or slows it down.
 *
 * Parameters: rate (1), then amplitude, phase, offset of each joint, then with feedback the weights of the observation
 * on the rate and on each joint.
 */
export const cpg = defineBrain({
  name: 'cpg',
  title: 'Pattern generator',
  about: 'A rhythm with a few knobs a joint, bent by what the creature feels. Finds a gait in few tries.',
  settings: v.strictObject({
    frequency: number({
      default: 1.5,
      min: 0.1,
      max: 8,
      title: 'Frequency',
      unit: 'Hz',
      effect: 'Strides a second at the start; evolution changes it from there.',
      level: 'basic',
    }),
    feedback: flag({
      default: true,
      title: 'Feedback',
      effect: 'Let what the creature feels bend the rhythm; without it the gait is blind.',
      level: 'basic',
      fixed: true,
    }),
  }),
  build({ frequency, feedback }, { observationSize, actionSize, controlTimestep }) {
    const rhythm = 1 + 3 * actionSize;
    return {
      parameterCount: rhythm + (feedback ? observationSize * (1 + actionSize) : 0),
      createPolicy(parameters) {
        const p = new Float64Array(parameters);
        const rate = exp(Math.max(-RATE_LIMIT, Math.min(RATE_LIMIT, p[0] as number)));
        const turn = 2 * Math.PI * frequency * rate * controlTimestep;
        let phase = 0;
        return (observation, action) => {
          let hurry = 0;
          for (let j = 0; j < actionSize; j++) {
            const at = 1 + 3 * j;
            // Knobs near zero are a step size's reach from useful: amplitude 1 is tanh's steep part, phase 1 is a half turn.
            action[j] =
              3 * (p[at] as number) * sin(phase + Math.PI * 3 * (p[at + 1] as number)) + 3 * (p[at + 2] as number);
          }
          if (feedback) {
            let w = rhythm;
            for (let i = 0; i < observationSize; i++) {
              const felt = observation[i] as number;
              hurry += felt * (p[w++] as number);
              for (let j = 0; j < actionSize; j++) action[j] = (action[j] as number) + felt * (p[w++] as number);
            }
          }
          for (let j = 0; j < actionSize; j++) action[j] = tanh(action[j] as number);
          phase += turn * (1 + 0.5 * tanh(hurry));
        };
      },
      wiring: () => ({
        ...cpgWiring(observationSize, actionSize, feedback),
        beat: { frequency, controlTimestep },
      }),
    };
  },
});
