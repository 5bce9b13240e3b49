import type { GaitName } from '../../sim/gait/names.ts';

/** Gaits that share a colour. */
interface GaitFamily {
  /** What a creature does by them, for a legend. */
  words: string;
  /** 0xrrggbb. */
  colour: number;
  names: readonly GaitName[];
}

/**
 * Every gait, with colours after Okabe & Ito (2008), "Color universal design": they differ for people who are colour-blind
 * too, and on both of the stage's skies.
 */
export const gaitFamilies: readonly GaitFamily[] = [
  {
    words: 'walks',
    colour: 0x009e73,
    names: [
      ...(['walk', 'lateral-sequence walk', 'diagonal-sequence walk', 'walking trot', 'walking pace'] as const),
      ...(['tripod', 'alternating', 'wave'] as const),
    ],
  },
  {
    words: 'runs or trots',
    colour: 0xe8a200,
    names: ['run', 'jog', 'trot', 'pace', 'lateral-sequence run', 'diagonal-sequence run'],
  },
  { words: 'hops or bounds', colour: 0xcc79a7, names: ['hop', 'bound', 'half-bound', 'pronk', 'jump'] },
  { words: 'skips or gallops', colour: 0xc8500a, names: ['skip', 'canter', 'gallop'] },
  { words: 'limps or drags a foot', colour: 0x1a66b8, names: ['limp', 'drag', 'shuffle'] },
  { words: 'stumbles', colour: 0xf0e442, names: ['stumble', 'scramble'] },
  { words: 'crawls or slides', colour: 0x6cc0f0, names: ['crawl', 'slide'] },
  { words: 'stands or falls', colour: 0x5f6470, names: ['stand', 'fall'] },
];

/** The family of a gait. */
export const familyOf = (name: GaitName): GaitFamily => gaitFamilies.find(({ names }) => names.includes(name))!;

/** The families among some gaits, in the order of the list, and how many of each. */
export function countFamilies(names: readonly GaitName[]): { family: GaitFamily; count: number }[] {
  const count = ({ names: own }: GaitFamily) => names.filter((name) => own.includes(name)).length;
  return gaitFamilies.map((family) => ({ family, count: count(family) })).filter((each) => each.count > 0);
}
