import * as v from 'valibot';
import { exp, sin, tanh } from '../../math/portable.ts';
import { flag, number } from '../../schema/field.ts';
import { defineBrain } from '../brain.ts';
import { cpgWiring } from './cpg-wiring.ts';
import { RATE_LIMIT } from './rate-limit.ts';

/**
 * A central pattern generator: one clock for the whole body, and for each joint a sine with its own amplitude, phase
 * and offset. With feedback, weighted sums of the observation are added to each sine and change the clock's rate.
 *
 * Parameters: rate; amplitude, phase and offset of each joint; with feedback, for each observation its weights on the
 * rate and on each joint.
 */
export const cpg = defineBrain({
  name: 'cpg',
  title: 'Pattern generator',
  about:
    'A rhythm with a few weights per joint, adjusted by what the creature senses. It finds a gait in few attempts.',
  settings: v.strictObject({
    frequency: number({
      default: 1.5,
      min: 0.1,
      max: 8,
      title: 'Frequency',
      unit: 'Hz',
      effect: 'Strides per second at the start; evolution changes it from there.',
      level: 'basic',
    }),
    feedback: flag({
      default: true,
      title: 'Feedback',
      effect: 'Lets the senses adjust the rhythm. Without it the creature cannot react.',
      level: 'basic',
      fixed: true,
    }),
  }),
  build({ frequency, feedback }, { observationSize, actionSize, controlTimestep }) {
    const firstWeight = 1 + 3 * actionSize;
    return {
      parameterCount: firstWeight + (feedback ? observationSize * (1 + actionSize) : 0),
      createPolicy(parameters) {
        const p = new Float64Array(parameters);
        const rate = exp(Math.max(-RATE_LIMIT, Math.min(RATE_LIMIT, p[0]!)));
        const phaseStep = 2 * Math.PI * frequency * rate * controlTimestep;
        let phase = 0;
        return (observation, action) => {
          let clockInput = 0;
          for (let j = 0; j < actionSize; j++) {
            const at = 1 + 3 * j;
            // Scaled so that parameters of about 1 are useful: amplitude 1 saturates tanh, phase 1 is one and a half turns.
            action[j] = 3 * p[at]! * sin(phase + Math.PI * 3 * p[at + 1]!) + 3 * p[at + 2]!;
          }
          if (feedback) {
            let w = firstWeight;
            for (let i = 0; i < observationSize; i++) {
              const input = observation[i]!;
              clockInput += input * p[w++]!;
              for (let j = 0; j < actionSize; j++) action[j] = action[j]! + input * p[w++]!;
            }
          }
          for (let j = 0; j < actionSize; j++) action[j] = tanh(action[j]!);
          phase += phaseStep * (1 + 0.5 * tanh(clockInput));
        };
      },
      wiring: () => ({
        ...cpgWiring(observationSize, actionSize, feedback),
        beat: { frequency, controlTimestep },
      }),
    };
  },
});
