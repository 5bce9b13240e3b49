import type { Metrics } from './evaluation.ts';

/** What kind of gait a life was, in numbers of [0, 1] that say nothing of how good it was. The names of them, in order. */
export const descriptorNames = ['left duty', 'right duty', 'height', 'flight', 'speed'] as const;

const clamped = (value: number) => Math.max(0, Math.min(1, value));

/** Mean heights of the root, as shares of the standing height, from which to which gaits differ. */
const LOW = 0.6;
const HIGH = 1.2;

/**
 * Duty factors of the first and the second foot, 0 where there is none; the root's mean height from 0.6 to 1.2 of standing;
 * share of the life without a foot on the ground; forward speed as a share of sqrt(gravity * standing height), beyond which
 * nobody walks (Alexander 1989: a Froude number of 1).
 */
export function descriptorOf(metrics: Metrics, standingHeight: number, gravity: number): number[] {
  const [left = 0, right = 0] = metrics.dutyFactors;
  return [
    left,
    right,
    clamped((metrics.meanHeight - LOW) / (HIGH - LOW)),
    metrics.flight,
    clamped(metrics.speed / Math.sqrt(gravity * standingHeight)),
  ];
}
