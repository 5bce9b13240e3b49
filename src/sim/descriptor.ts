import type { Metrics } from './evaluation.ts';

/** What kind of gait a life was, in numbers of [0, 1] that say nothing of how good it was. The names of them, in order. */
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

/** Mean heights of the root, as shares of the standing height, from which to which gaits differ. */
const LOW = 0.6;
const HIGH = 1.2;
/** Standing heights in the longest stride. */
const LONGEST_STRIDE = 4;

/**
 * Duty factors of the first and the second foot, 0 where there is none; the root's mean height from 0.6 to 1.2 of standing;
 * share of the life without a foot on the ground; forward speed as a share of sqrt(gravity * standing height), beyond which
 * nobody walks (Alexander 1989: a Froude number of 1). Of the gait: passing, alternation, double support, how even counterparts
 * are, stride length as a share of four standing heights, and by how much fore feet follow hind feet, 0 where there are none.
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
