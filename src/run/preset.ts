import type { SweepPlan } from './sweep/sweep.ts';

/** A named experiment: only what differs from the defaults. */
export interface Preset {
  title: string;
  /** One line for visitors: what they will see. */
  about: string;
  experiment: Record<string, unknown>;
  /** A sweep to offer, for presets that compare settings. */
  sweep?: SweepPlan;
}
