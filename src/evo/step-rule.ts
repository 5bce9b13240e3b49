import { pow } from '../math/portable.ts';
import { squareLength } from './vector.ts';

/** Ways to turn a gradient into a step. */
export type StepRule = 'sgd' | 'adam' | 'clipup';

/** What a step rule remembers between steps. Plain data. */
export interface StepSize {
  /** Steps made. */
  count: number;
  /** Adam's m, ClipUp's velocity; sgd has none. */
  momentum: Float64Array;
  /** Adam's v. */
  squares: Float64Array;
}

/** Before the first step in n dimensions. */
export function atRest(n: number): StepSize {
  return { count: 0, momentum: new Float64Array(n), squares: new Float64Array(n) };
}

/**
 * The next step up a gradient, and what to remember after it. `rate` is sgd's factor, the most that Adam moves a weight by in
 * the long run, and the length of each of ClipUp's pushes, whose sum is never longer than `topSpeed`.
 */
export function stepUp(
  stride: StepSize,
  gradient: Float64Array,
  { rule, rate, topSpeed = 2 * rate }: { rule: StepRule; rate: number; topSpeed?: number },
): { step: Float64Array; stride: StepSize } {
  const count = stride.count + 1;
  switch (rule) {
    case 'sgd':
      return { step: gradient.map((g) => rate * g), stride: { ...stride, count } };
    case 'adam':
      return adam(stride, gradient, rate, count);
    case 'clipup': {
      const momentum = clipUp(stride.momentum, gradient, rate, topSpeed);
      return { step: momentum, stride: { ...stride, count, momentum } };
    }
  }
}

/** Kingma & Ba 2015, Adam (arXiv:1412.6980), algorithm 1 in the form of section 2, beta = (0.9, 0.999). */
function adam(stride: StepSize, gradient: Float64Array, rate: number, count: number) {
  const momentum = stride.momentum.map((m, i) => 0.9 * m + (1 - 0.9) * (gradient[i] as number));
  const squares = stride.squares.map(
    (s, i) => 0.999 * s + (1 - 0.999) * (gradient[i] as number) * (gradient[i] as number),
  );
  const pace = (rate * Math.sqrt(1 - pow(0.999, count))) / (1 - pow(0.9, count));
  const step = momentum.map((m, i) => (pace * m) / (Math.sqrt(squares[i] as number) + 1e-8));
  return { step, stride: { count, momentum, squares } };
}

/** Toklu, Liskowski & Srivastava 2020, ClipUp (arXiv:2008.02387), algorithm 1, momentum 0.9. */
function clipUp(velocity: Float64Array, gradient: Float64Array, rate: number, topSpeed: number): Float64Array {
  const steepness = Math.sqrt(squareLength(gradient));
  const push = steepness > 0 ? rate / steepness : 0;
  const next = velocity.map((v, i) => 0.9 * v + push * (gradient[i] as number));
  const speed = Math.sqrt(squareLength(next));
  return speed > topSpeed ? next.map((v) => (v * topSpeed) / speed) : next;
}
