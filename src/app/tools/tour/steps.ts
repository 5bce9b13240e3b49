import { AllWeights } from './all-weights.tsx';
import { DeepLearning } from './deep-learning.tsx';
import { FirstGeneration } from './first-generation.tsx';
import { KeepBest } from './keep-best.tsx';
import { Layers } from './layers.tsx';
import { LookBack } from './look-back.tsx';
import { MoreGenerations } from './more-generations.tsx';
import { OneWeight } from './one-weight.tsx';
import { OtherGround } from './other-ground.tsx';
import type { TourStep } from './step.ts';
import { TenWeights } from './ten-weights.tsx';
import { Untrained } from './untrained.tsx';
import { YourTurn } from './your-turn.tsx';

export const steps: readonly TourStep[] = [
  {
    id: 'newborn',
    heading: 'A newborn',
    text: (knobs) =>
      `This creature has legs, muscles and a small brain. The brain is ${knobs} numbers, and they were just thrown like dice. So the muscles pull at random, and it topples, or won’t take a step.`,
    Activity: Untrained,
  },
  {
    id: 'knobs',
    heading: 'A brain is a box of knobs',
    text: (knobs) =>
      `Here are all ${knobs} numbers; think of each as a knob. What it feels goes in, is weighed by the knobs, and out come orders to the muscles. The same body with other knobs does something else.`,
    Activity: AllWeights,
  },
  {
    id: 'one-knob',
    heading: 'Turn one by hand',
    text: () =>
      'Move the slider and watch: the pale one is the creature as it was. One knob alone can be the step between falling and not quite falling.',
    Activity: OneWeight,
  },
  {
    id: 'ten-knobs',
    heading: 'Guess',
    text: (knobs) =>
      `Nobody knows how all ${knobs} should stand. But anyone can guess: turn ten by chance, see if it gets further. A chance turn like that is called a mutation. Try five.`,
    Activity: TenWeights,
  },
  {
    id: 'forty',
    heading: 'Forty guesses at once',
    text: () =>
      'A program does not tire of guessing. It makes forty brains that differ a little from our newborn’s, by chance, and lets all of them live. The colourful ones get furthest.',
    Activity: FirstGeneration,
  },
  {
    id: 'keep',
    heading: 'Keep what got further',
    text: () =>
      'Now the only clever part. Each knob is turned a little towards where the better half had it, and away from the rest. The program sees nothing but who got how far.',
    Activity: KeepBest,
  },
  {
    id: 'again',
    heading: 'Again, and again',
    text: () =>
      'Forty guesses, a small turn of the knobs: that is one generation. And now the same again from there. Nothing else happens; watch what comes of it.',
    Activity: MoreGenerations,
  },
  {
    id: 'film',
    heading: 'Nobody told it how',
    text: () =>
      'There is no rule in it for walking, for balance or for steps. There is only a body, ground, and “further is better”. Look back over its life with the slider.',
    Activity: LookBack,
  },
  {
    id: 'layers',
    heading: 'Do more layers help?',
    text: () =>
      '“Deep” means layers: numbers that are weighed again before they reach the muscles. More layers can express more, but have more knobs to find. For walking on flat ground more is seldom better.',
    Activity: Layers,
  },
  {
    id: 'elsewhere',
    heading: 'Where it fails',
    text: () =>
      'It has learnt about the ground it lived on and nothing else. Put it where it never was and see how far it gets. To be good at hills it has to learn on hills.',
    Activity: OtherGround,
  },
  {
    id: 'deep-learning',
    heading: 'So that is deep learning?',
    text: () =>
      'The heart of it: very many knobs, turned a little at a time so that one number gets better. The large nets behind chat and pictures have billions of knobs, too many to guess. There a program computes for every knob which way is better, the gradient, and turns them all a little, again and again.',
    Activity: DeepLearning,
  },
  {
    id: 'yours',
    heading: 'Now yours',
    text: () =>
      'It starts random. A program turns its knobs a little, keeps what gets further, and does it again. The line under the stage has every generation on it, the chart how far they came.',
    Activity: YourTurn,
    isYours: true,
  },
];
