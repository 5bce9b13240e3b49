import * as v from 'valibot';
import { tanh } from '../../math/portable.ts';
import { choice } from '../../schema/field.ts';
import { type BrainShape, defineBrain } from '../brain.ts';
import { normalisationGroupsOf, type View, viewsOf } from '../views.ts';
import { dense, denseCount } from './dense.ts';
import { layerSizes } from './layer-sizes.ts';
import { twinWiring } from './twin-wiring.ts';

/** Size of the kick, which breaks the symmetry between legs, and how long it lasts, seconds. */
const KICK = 2;
const KICK_TIME = 0.4;

/** Control steps that the kick lasts. */
const kickSteps = (controlTimestep: number) => Math.ceil(KICK_TIME / controlTimestep - 1e-9);

/** Without a body there is one view, in which nothing is exchanged. */
function viewsIn({ observationSize, actionSize, body }: BrainShape, sharing: 'sides' | 'legs'): View[] {
  if (body) return viewsOf(body.plan, body.sensors, sharing);
  const row = (count: number) => Array.from({ length: count }, (_, i) => i);
  return [{ sensors: row(observationSize), joints: row(actionSize), sign: 1 }];
}

/** Indices of the sensors that show the time. */
const clockSensorsOf = ({ body }: BrainShape) =>
  [...(body?.sensors.entries() ?? [])].filter(([, name]) => name.startsWith('clock ')).map(([i]) => i);

/**
 * One feed-forward net that drives both sides of a body, or all its legs. It is evaluated once for each side or leg, on
 * observations in which that side or leg has the place of the first one. A joint without a counterpart gets the sum over all
 * views. Two legs in the same state would move in the same way for ever, so an additional input, the kick, is +2 or -2 during
 * the first 0.4 s. Of a clock, views that alternate with the first one can see the opposite: a sine and a cosine half a period later.
 *
 * Symmetric locomotion by exchanging sides: Yu, Turk & Liu 2018, Learning symmetric and low-energy locomotion; Abdolhosseini et
 * al. 2019, On learning symmetric locomotion (network method).
 */
export const twin = defineBrain({
  name: 'twin',
  title: 'Twin net',
  about:
    'One small net for all legs; each leg sees the body from its own side. Half the weights, and neither leg can be favoured.',
  settings: v.strictObject({
    hidden: layerSizes,
    sharing: choice({
      default: 'sides',
      options: ['sides', 'legs'],
      title: 'Shared by',
      effect:
        'Whether one net drives each half of the body or each leg; with more than two legs, one per leg has fewer weights.',
      fixed: true,
    }),
    clock: choice({
      default: 'same',
      options: ['same', 'in turn'],
      title: 'Clock of other legs',
      effect:
        'In a task with a clock: whether all legs see it alike, or those that alternate with the first one half a period later, so that they step in turn.',
      fixed: true,
    }),
  }),
  build({ hidden, sharing, clock }, shape) {
    const { observationSize, actionSize, controlTimestep } = shape;
    const views = viewsIn(shape, sharing);
    const outputs = views[0]?.joints.length as number;
    const sizes = [observationSize + 1, ...hidden, outputs];
    const last = sizes.length - 2;
    const layers = sizes.slice(1).map((size, i) => denseCount(sizes[i]!, size));
    const lastAt = layers.slice(0, -1).reduce((sum, count) => sum + count, 0);
    const steps = kickSteps(controlTimestep);
    const turned = clock === 'same' ? [] : clockSensorsOf(shape);
    return {
      parameterCount: lastAt + layers[last]!,
      normalisationGroups: normalisationGroupsOf(views, observationSize),
      createPolicy(parameters) {
        const weights = new Float64Array(parameters);
        const values = views.map(() => sizes.slice(0, -1).map((size) => new Float64Array(size)));
        const top = values.map((each) => each[last] as Float64Array);
        const biases = lastAt + sizes[last]! * outputs;
        let step = 0;
        return (observation, action) => {
          for (const [k, { sensors, sign }] of views.entries()) {
            const [seen, ...rest] = values[k] as Float64Array[];
            let x = seen as Float64Array;
            for (let i = 0; i < observationSize; i++) x[i] = observation[sensors[i]!]!;
            if (sign < 0) for (const i of turned) x[i] = -x[i]!;
            x[observationSize] = step < steps ? sign * KICK : 0;
            let at = 0;
            for (const [layer, y] of rest.entries()) {
              dense(weights, at, x, y);
              at += layers[layer]!;
              x = y;
            }
          }
          step++;
          action.fill(0);
          for (let o = 0; o < outputs; o++) {
            const bias = weights[biases + o]!;
            for (const { joints } of views) action[joints[o]!] = bias;
            for (const [k, { joints }] of views.entries()) {
              const x = top[k] as Float64Array;
              let sum = action[joints[o]!]!;
              for (let i = 0; i < x.length; i++) sum += x[i]! * weights[lastAt + i * outputs + o]!;
              action[joints[o]!] = sum;
            }
          }
          for (let j = 0; j < actionSize; j++) action[j] = tanh(action[j]!);
        };
      },
      wiring: () => twinWiring(views, sizes, { size: KICK, steps }, turned),
    };
  },
});
