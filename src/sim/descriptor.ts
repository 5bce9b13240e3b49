import type { Metrics } from './evaluation.ts';

/** Names of the behaviour descriptor's components, in order. Each is in [0, 1] and describes the gait, not its quality. */
export const descriptorNames = [
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

const clamped = (value: number) => Math.max(0, Math.min(1, value));

/** Mean heights of the root that map to 0 and to 1, as shares of the standing height. */
const LOW = 0.6;
const HIGH = 1.2;
/** Standing heights in the longest stride. */
const LONGEST_STRIDE = 4;

/**
 * Duty factors of the first and the second foot (0 for a missing foot), mean height of the root, share of the episode
 * without a foot on the ground, and forward speed as a share of sqrt(gravity * standing height): above this speed, a
 * Froude number of 1, walking is impossible (Alexander 1989). Of the gait: passing, alternation, double support, symmetry
 * of counterparts, stride length as a share of four standing heights, and lag of fore feet behind hind feet (0 without).
 */
export function descriptorOf(metrics: Metrics, standingHeight: number, gravity: number): number[] {
  const [left = 0, right = 0] = metrics.dutyFactors;
  const { gait } = metrics;
  return [
    left,
    right,
    clamped((metrics.meanHeight - LOW) / (HIGH - LOW)),
    metrics.flight,
    clamped(metrics.speed / Math.sqrt(gravity * standingHeight)),
    gait.passing,
    gait.alternation,
    gait.doubleSupport,
    1 - gait.asymmetry,
    clamped(gait.strideLength / (LONGEST_STRIDE * standingHeight)),
    gait.foreHindLag ?? 0,
  ];
}
