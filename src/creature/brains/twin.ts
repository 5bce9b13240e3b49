import * as v from 'valibot';
import { tanh } from '../../math/portable.ts';
import { choice, integers } from '../../schema/field.ts';
import { type BrainShape, brainKind } from '../brain.ts';
import { alikeIn, type View, viewsOf } from '../views.ts';
import { dense, denseCount } from './dense.ts';
import { twinWiring } from './twin-wiring.ts';

/** Size of the kick that tells alike legs apart, and how long it lasts, seconds. */
const KICK = 2;
const KICK_TIME = 0.4;

/** Control steps that the kick lasts. */
const kickSteps = (controlTimestep: number) => Math.ceil(KICK_TIME / controlTimestep - 1e-9);

/** Without a body to look at there is one view: everything as it is. */
function viewsIn({ observationSize, actionSize, body }: BrainShape, sharing: 'sides' | 'legs'): View[] {
  if (body) return viewsOf(body.plan, body.senses, sharing);
  const row = (count: number) => Array.from({ length: count }, (_, i) => i);
  return [{ senses: row(observationSize), joints: row(actionSize), sign: 1 }];
}

/**
 * One feed-forward net that serves both sides of a body, or all its legs: each time it sees the body from there, its own leg
 * where another has its own. A joint without counterpart adds up what it is told from each view. As alike legs in alike places
 * would do the same for ever, an input of +2 or -2 tells them apart for the first 0.4 s.
 *
 * Symmetric locomotion by exchanging sides: Yu, Turk & Liu 2018, Learning symmetric and low-energy locomotion; Abdolhosseini et
 * al. 2019, On learning symmetric locomotion (network method).
 */
export const twin = brainKind({
  name: 'twin',
  title: 'Twin net',
  about: 'One small net for all legs: each sees the body from its own side. Half the weights, and no limp by habit.',
  settings: v.strictObject({
    hidden: integers({
      default: [16],
      min: 1,
      max: 256,
      maxLength: 8,
      title: 'Hidden layers',
      effect: 'Neurons in each hidden layer; more can express more and take longer to train.',
      level: 'basic',
      fixed: true,
    }),
    sharing: choice({
      default: 'sides',
      options: ['sides', 'legs'],
      title: 'Shared by',
      effect:
        'Whether the net drives half a body at a time, or one leg: with more than two legs that is fewer weights.',
      fixed: true,
    }),
  }),
  build({ hidden, sharing }, shape) {
    const { observationSize, actionSize, controlTimestep } = shape;
    const views = viewsIn(shape, sharing);
    const outputs = views[0]?.joints.length as number;
    const sizes = [observationSize + 1, ...hidden, outputs];
    const last = sizes.length - 2;
    const layers = sizes.slice(1).map((size, i) => denseCount(sizes[i] as number, size));
    const lastAt = layers.slice(0, -1).reduce((sum, count) => sum + count, 0);
    const steps = kickSteps(controlTimestep);
    return {
      parameterCount: lastAt + (layers[last] as number),
      alike: alikeIn(views, observationSize),
      wake(parameters) {
        const weights = new Float64Array(parameters);
        const values = views.map(() => sizes.slice(0, -1).map((size) => new Float64Array(size)));
        const top = values.map((each) => each[last] as Float64Array);
        const biases = lastAt + (sizes[last] as number) * outputs;
        let step = 0;
        return (observation, action) => {
          for (const [k, { senses, sign }] of views.entries()) {
            const [seen, ...rest] = values[k] as Float64Array[];
            let x = seen as Float64Array;
            for (let i = 0; i < observationSize; i++) x[i] = observation[senses[i] as number] as number;
            x[observationSize] = step < steps ? sign * KICK : 0;
            let at = 0;
            for (const [layer, y] of rest.entries()) {
              dense(weights, at, x, y);
              at += layers[layer] as number;
              x = y;
            }
          }
          step++;
          action.fill(0);
          for (let o = 0; o < outputs; o++) {
            const bias = weights[biases + o] as number;
            for (const { joints } of views) action[joints[o] as number] = bias;
            for (const [k, { joints }] of views.entries()) {
              const x = top[k] as Float64Array;
              let sum = action[joints[o] as number] as number;
              for (let i = 0; i < x.length; i++)
                sum += (x[i] as number) * (weights[lastAt + i * outputs + o] as number);
              action[joints[o] as number] = sum;
            }
          }
          for (let j = 0; j < actionSize; j++) action[j] = tanh(action[j] as number);
        };
      },
      wiring: () => twinWiring(views, sizes, { size: KICK, steps }),
    };
  },
});
