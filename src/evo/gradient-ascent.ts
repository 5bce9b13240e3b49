import { drawSample } from '../math/gaussian-sample.ts';
import { stream } from '../math/rng.ts';
import { initialStepRuleState, type StepRule, type StepRuleState } from './step-rule.ts';

interface GradientAscentSettings {
  populationSize: number;
  sigma: number;
  stepRule: StepRule;
}

/** Plain data. */
export interface GradientAscentState<Settings extends GradientAscentSettings> {
  seed: number;
  generation: number;
  settings: Settings;
  mean: Float64Array;
  stride: StepRuleState;
}

/** The parts that optimizers with antithetic pairs and a fixed sigma share: everything but the description and `tell`. */
export const gradientAscent = <Settings extends GradientAscentSettings>() => ({
  init: (
    dimension: number,
    settings: Settings,
    seed: number,
    start?: ArrayLike<number>,
  ): GradientAscentState<Settings> => ({
    seed,
    generation: 0,
    settings,
    mean: Float64Array.from(start ?? new Float64Array(dimension)),
    stride: initialStepRuleState(dimension),
  }),

  ask(state: GradientAscentState<Settings>) {
    const { mean, seed, generation, settings } = state;
    const deviations = new Float64Array(mean.length).fill(settings.sigma);
    const rng = stream(seed, 'ask', generation);
    const sample = drawSample({ mean, deviations, isMirrored: true }, settings.populationSize, rng);
    return { genomes: sample.vectors, sample, state };
  },

  mean: (state: GradientAscentState<Settings>) => Float32Array.from(state.mean),

  stop: () => ({}),

  stats: ({ settings, generation }: GradientAscentState<Settings>) => ({ stepSize: settings.sigma, generation }),

  amend: (state: GradientAscentState<Settings>, settings: Settings): GradientAscentState<Settings> => ({
    ...state,
    settings: { ...settings, stepRule: state.settings.stepRule },
  }),
});
