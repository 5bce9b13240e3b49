import { stream } from '../math/rng.ts';
import { antitheticPairs } from './antithetic-pairs.ts';
import { atRest, type StepRule, type StepSize } from './step-rule.ts';

/** What searches that climb with a fixed reach let people set, as far as they have it in common. */
interface ClimberSettings {
  populationSize: number;
  sigma: number;
  stepRule: StepRule;
}

/** Plain data: one brain that climbs, and the run-up it has. */
export interface GradientAscentState<Settings extends ClimberSettings> {
  seed: number;
  generation: number;
  settings: Settings;
  mean: Float64Array;
  stride: StepSize;
}

/** All of an optimizer that climbs by pairs of opposite genomes at a fixed reach, but how it weighs what it is told. */
export const gradientAscent = <Settings extends ClimberSettings>() => ({
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
    stride: atRest(dimension),
  }),

  ask(state: GradientAscentState<Settings>) {
    const { mean, seed, generation, settings } = state;
    const reach = new Float64Array(mean.length).fill(settings.sigma);
    return { genomes: antitheticPairs(mean, reach, settings.populationSize, stream(seed, 'ask', generation)), state };
  },

  mean: (state: GradientAscentState<Settings>) => Float32Array.from(state.mean),

  stop: () => ({}),

  stats: ({ settings, generation }: GradientAscentState<Settings>) => ({ stepSize: settings.sigma, generation }),

  amend: (state: GradientAscentState<Settings>, settings: Settings): GradientAscentState<Settings> => ({
    ...state,
    settings: { ...settings, stepRule: state.settings.stepRule },
  }),
});
