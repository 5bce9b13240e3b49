import * as v from 'valibot';
import { choice, integer, number } from '../../schema/field.ts';
import { initialSpread, mutationSigma } from '../mutation.ts';
import { describeOptimizer } from '../optimizer.ts';
import { populationSize } from '../population-size.ts';

/** Names of the behaviour measures in the descriptors given to `tell`, in their order. */
export const DESCRIPTOR_NAMES = [
  'left duty',
  'right duty',
  'height',
  'flight',
  'speed',
  'passing',
  'alternation',
  'double support',
  'symmetry',
  'stride',
  'fore-hind lag',
] as const;

const axis = (fallback: (typeof DESCRIPTOR_NAMES)[number], title: string, lines: string) =>
  choice({
    default: fallback,
    options: DESCRIPTOR_NAMES,
    title,
    effect: `What the ${lines} of the archive tell apart, such as a foot’s share of time on the ground, mean height or flight.`,
    level: 'basic',
    fixed: true,
  });

const settings = v.strictObject({
  populationSize: populationSize(64),
  across: axis('left duty', 'Across', 'columns'),
  up: axis('right duty', 'Up', 'rows'),
  resolution: integer({
    default: 16,
    min: 2,
    max: 64,
    title: 'Resolution',
    unit: 'cells',
    effect: 'Columns and rows of the archive; more distinguish more kinds of gait and take longer to fill.',
    fixed: true,
  }),
  mutation: mutationSigma,
  line: number({
    default: 0.2,
    min: 0,
    max: 10,
    title: 'Line variation',
    effect: 'How far a child moves towards or away from a second elite, as a share of their distance.',
  }),
  sigma: initialSpread,
});

export type MapElitesSettings = v.InferOutput<typeof settings>;

export const mapElitesDescription = describeOptimizer({
  name: 'map-elites',
  title: 'MAP-Elites',
  about: 'Collects gaits: the best of each kind, distinguished by measures such as duty factors, height and speed.',
  settings,
  stepSetting: 'mutation',
});
