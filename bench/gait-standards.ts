import type { GaitName } from '../src/sim/gait/names.ts';
import { type GaitTest, isWalk } from './gait-test.ts';

/** What an experiment is expected to learn. */
export interface Standard {
  /** What the body then does, such as `walks`. */
  verb: string;
  isMet(test: GaitTest): boolean;
}

/** Grounds of ten on which the gait has to have one of the names. */
const MOST = 8;
/** Falls on ten grounds that a sure gait may have. */
const FALLS = 2;
/** Froude number that separates walking from running speeds (Alexander 1989). */
const WALKING_SPEED = 0.5;

/** Gaits by their names, on most grounds and without falls. */
const named = (
  verb: string,
  gaits: readonly GaitName[],
  isSpeed: (froude: number) => boolean = () => true,
): Standard => ({
  verb,
  isMet: ({ counts, falls, froude }) =>
    gaits.reduce((sum, gait) => sum + (counts.get(gait) ?? 0), 0) >= MOST && falls <= FALLS && isSpeed(froude),
});

/** Symmetrical gaits of four legs. */
const SYMMETRICAL: readonly GaitName[] = [
  ...(['lateral-sequence walk', 'diagonal-sequence walk', 'walking trot', 'walking pace'] as const),
  ...(['lateral-sequence run', 'diagonal-sequence run', 'trot', 'pace'] as const),
];
/** Gaits of four legs in which a pair lands together or as an uneven couple. */
const ASYMMETRICAL: readonly GaitName[] = ['bound', 'half-bound', 'pronk', 'canter', 'gallop'];

const atWalkingSpeed = (froude: number) => froude <= WALKING_SPEED;

/** Standards by name; `walk` asks for the measures of a walk, all others for the names of gaits. */
const standards: Record<string, Standard> = {
  walk: { verb: 'walks', isMet: isWalk },
  'walk-by-name': named('walks', ['walk']),
  run: named('runs', ['run']),
  hop: named('hops', ['hop']),
  symmetrical: named('walks, trots or paces', SYMMETRICAL, atWalkingSpeed),
  asymmetrical: named('gallops or bounds', ASYMMETRICAL, (froude) => !atWalkingSpeed(froude)),
  'many-legs': named('walks on alternate legs', ['tripod', 'alternating', 'wave']),
  crawl: named('crawls', ['crawl']),
};

const ofPresets: Record<string, string> = {
  'quadruped-walks': 'symmetrical',
  'quadruped-bounds': 'asymmetrical',
  'stroller-runs': 'run',
  'dog-walks': 'symmetrical',
  'strider-walks': 'walk-by-name',
  'ostrich-runs': 'run',
  'dog-runs': 'asymmetrical',
  'hopper-hops': 'hop',
  'spider-crawls': 'many-legs',
  'spider-walks': 'many-legs',
  'caterpillar-creeps': 'crawl',
};

/**
 * The standard of a name, or that of a preset: of presets without one, and of files, `walk`.
 * Throws an Error that lists the names for an unknown one.
 */
export function standardOf(source: string, name = ofPresets[source] ?? 'walk'): Standard {
  const standard = standards[name];
  if (standard === undefined)
    throw new Error(`--standard is one of ${Object.keys(standards).join(', ')}, not "${name}"`);
  return standard;
}
