import { pow } from '../math/portable.ts';
import { squaredNorm } from './vector.ts';

/** Ways to turn a gradient into a step. */
export type StepRule = 'sgd' | 'adam' | 'clipup';

/** What a step rule remembers between steps. Plain data. */
export interface StepRuleState {
  /** Steps made, t. */
  count: number;
  /** Adam's m, ClipUp's velocity; unused by sgd. */
  momentum: Float64Array;
  /** Adam's v. */
  squares: Float64Array;
}

/** The state before the first step in n dimensions. */
export function initialStepRuleState(n: number): StepRuleState {
  return { count: 0, momentum: new Float64Array(n), squares: new Float64Array(n) };
}

/**
 * The next step of gradient ascent. `rate` is the learning rate alpha: sgd's factor, about the most that Adam changes a weight
 * by, and the length that ClipUp scales each gradient to. `topSpeed` is the largest length of a ClipUp step.
 */
export function nextStep(
  state: StepRuleState,
  gradient: Float64Array,
  { rule, rate, topSpeed = 2 * rate }: { rule: StepRule; rate: number; topSpeed?: number },
): { step: Float64Array; ruleState: StepRuleState } {
  const count = state.count + 1;
  switch (rule) {
    case 'sgd':
      return { step: gradient.map((g) => rate * g), ruleState: { ...state, count } };
    case 'adam':
      return adam(state, gradient, rate, count);
    case 'clipup': {
      const momentum = clipUp(state.momentum, gradient, rate, topSpeed);
      return { step: momentum, ruleState: { ...state, count, momentum } };
    }
  }
}

/** Kingma & Ba 2015, Adam (arXiv:1412.6980), algorithm 1 in the form of section 2; beta1 = 0.9, beta2 = 0.999. */
function adam(state: StepRuleState, gradient: Float64Array, alpha: number, t: number) {
  const momentum = state.momentum.map((m, i) => 0.9 * m + (1 - 0.9) * gradient[i]!);
  const squares = state.squares.map((v, i) => 0.999 * v + (1 - 0.999) * gradient[i]! * gradient[i]!);
  const alphaT = (alpha * Math.sqrt(1 - pow(0.999, t))) / (1 - pow(0.9, t));
  const step = momentum.map((m, i) => (alphaT * m) / (Math.sqrt(squares[i]!) + 1e-8));
  return { step, ruleState: { count: t, momentum, squares } };
}

/** Toklu, Liskowski & Srivastava 2020, ClipUp (arXiv:2008.02387), algorithm 1; momentum 0.9. Returns the next velocity. */
function clipUp(velocity: Float64Array, gradient: Float64Array, alpha: number, topSpeed: number): Float64Array {
  const norm = Math.sqrt(squaredNorm(gradient));
  const scale = norm > 0 ? alpha / norm : 0;
  const next = velocity.map((v, i) => 0.9 * v + scale * gradient[i]!);
  const speed = Math.sqrt(squaredNorm(next));
  return speed > topSpeed ? next.map((v) => (v * topSpeed) / speed) : next;
}
