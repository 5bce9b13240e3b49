import type { Anatomy, Track } from './track.ts';

/** Counts passing steps; `observe` is called once per control step. */
export interface Stepping {
  observe(): void;
  /** How far the foremost passing step of each girdle has come from where it stood at first, their mean, metres. */
  readonly farthest: number;
  /** Steps that passed so far. */
  readonly steps: number;
}

/** Least time in the air before a landing counts as a step, seconds. */
const SWING = 0.09;

/** One girdle: which foot stepped last, and how far. */
interface Girdle {
  legs: number[];
  last: number | undefined;
  reach: number;
}

function girdlesOf({ legs, pairs }: Anatomy): Girdle[] {
  const paired = pairs.map(({ left, right }) => [left, right]);
  const rest = legs.flatMap((_, leg) => (paired.some((pair) => pair.includes(leg)) ? [] : [leg]));
  const groups = rest.length === 2 ? [...paired, rest] : [...paired, ...rest.map((leg) => [leg])];
  return groups.map((group) => ({ legs: group, last: undefined, reach: 0 }));
}

/**
 * Counts passing steps: landings after a swing, farther than any before, and, if the foot has a counterpart, of the other foot
 * than last time and ahead of it by a share of the leg length. Sliding, flickering contacts, hopping on one foot and always
 * leading with the same foot do not count.
 * @param shortest share of L that a foot has to land ahead of its counterpart.
 */
export function createStepping(anatomy: Anatomy, track: Track, controlTimestep: number, shortest: number): Stepping {
  const girdles = girdlesOf(anatomy);
  const air = anatomy.legs.map(() => 0);
  let steps = 0;

  function land(girdle: Girdle, leg: number): void {
    const now = track.frameCount - 1;
    const x = (of: number) => track.soleX[of]![now]!;
    const at = x(leg) - track.soleX[leg]![0]!;
    const other = girdle.legs.find((each) => each !== leg);
    const isInTurn = other === undefined || (leg !== girdle.last && x(leg) > x(other) + shortest * anatomy.legLength);
    if (!isInTurn || at <= girdle.reach) return;
    girdle.reach = at;
    girdle.last = leg;
    steps++;
  }

  return {
    observe() {
      const now = track.frameCount - 1;
      for (const girdle of girdles) {
        for (const leg of girdle.legs) {
          const isDown = track.near[leg]?.[now] === 1;
          // A whole swing in control steps, whatever rounding their sum has.
          if (isDown && air[leg]! * controlTimestep >= SWING - 1e-9) land(girdle, leg);
          air[leg] = isDown ? 0 : air[leg]! + 1;
        }
      }
    },
    get farthest() {
      return girdles.length > 0 ? girdles.reduce((sum, { reach }) => sum + reach, 0) / girdles.length : 0;
    },
    get steps() {
      return steps;
    },
  };
}
