import { mean } from '../math/stats.ts';
import type { Gait } from '../sim/gait/gait.ts';
import { type GaitName, gaits } from '../sim/gait/names.ts';

/** The gait of several episodes: their most frequent name, and means of the measures. */
export interface GaitSummary {
  name: GaitName;
  /** What a body does by that gait, such as `walks`. */
  verb: string;
  passing: number;
  alternation: number;
  dutyFactors: number[];
  doubleSupport: number;
  flight: number;
  rawFlight: number;
  tolerantFlight: number;
  strideLength: number;
  strideFrequency: number;
  asymmetry: number;
  slip: number;
  froude: number;
  costOfTransport: number;
}

/** The most frequent name; the first one of equally frequent ones. */
export function commonName(names: readonly GaitName[]): GaitName {
  const count = (name: GaitName) => names.filter((other) => other === name).length;
  return names.reduce((best, name) => (count(name) > count(best) ? name : best), names[0] ?? 'stand');
}

/** @param all gaits of episodes of one body. */
export function summariseGait(all: readonly Gait[]): GaitSummary {
  const name = commonName(all.map((gait) => gait.name));
  const over = (of: (gait: Gait) => number) => (all.length > 0 ? mean(all.map(of)) : 0);
  return {
    name,
    verb: gaits[name].verb,
    passing: over((gait) => gait.passing),
    alternation: over((gait) => gait.alternation),
    dutyFactors: (all[0]?.dutyFactors ?? []).map((_, leg) => over((gait) => gait.dutyFactors[leg]!)),
    doubleSupport: over((gait) => gait.doubleSupport),
    flight: over((gait) => gait.flight),
    rawFlight: over((gait) => gait.rawFlight),
    tolerantFlight: over((gait) => gait.tolerantFlight),
    strideLength: over((gait) => gait.strideLength),
    strideFrequency: over((gait) => gait.strideFrequency),
    asymmetry: over((gait) => gait.asymmetry),
    slip: over((gait) => gait.slip),
    froude: over((gait) => gait.froude),
    costOfTransport: over((gait) => gait.costOfTransport),
  };
}
