import { AllWeights } from './all-weights.tsx';
import { DeepLearning } from './deep-learning.tsx';
import { FirstGeneration } from './first-generation.tsx';
import { GaitStep } from './gait-step.tsx';
import { KeepBest } from './keep-best.tsx';
import { Layers } from './layers.tsx';
import { LookBack } from './look-back.tsx';
import { MoreGenerations } from './more-generations.tsx';
import { OneWeight } from './one-weight.tsx';
import { OtherGround } from './other-ground.tsx';
import type { TourStep } from './step.ts';
import { Stuck } from './stuck.tsx';
import { TenWeights } from './ten-weights.tsx';
import { Untrained } from './untrained.tsx';
import { YourTurn } from './your-turn.tsx';

export const steps: readonly TourStep[] = [
  {
    id: 'newborn',
    heading: 'A newborn',
    text: (knobs) =>
      `This creature has legs, motors in its joints and a small brain: a neural net. The net is made of ${knobs} numbers, its weights, and they were just set at random. So the joints move at random, and the creature falls over or won’t take a step.`,
    Activity: Untrained,
  },
  {
    id: 'knobs',
    heading: 'A brain is a box of knobs',
    text: (knobs) =>
      `On the left of its net are the inputs: what it senses. On the right are the outputs, one for each joint. Between them is a layer of neurons. Each line is a weight: think of it as a knob. There are ${knobs}, shown below as squares. The same body with other knobs does something else.`,
    Activity: AllWeights,
  },
  {
    id: 'one-knob',
    heading: 'Turn one by hand',
    text: () =>
      'Move the slider and watch. The pale creature is the newborn before your change. One knob alone can make the difference between falling and nearly walking.',
    Activity: OneWeight,
  },
  {
    id: 'ten-knobs',
    heading: 'Guess',
    text: (knobs) =>
      `Nobody knows the right setting of all ${knobs} knobs. But anyone can guess: change ten at random and see if it gets further. A random change like that is called a mutation. Try five.`,
    Activity: TenWeights,
  },
  {
    id: 'forty',
    heading: 'Forty guesses at once',
    text: () =>
      'A program can guess faster than you. It is called the optimizer. It makes forty brains that each differ a little from the newborn, and tries them all. The colourful ones get furthest.',
    Activity: FirstGeneration,
  },
  {
    id: 'keep',
    heading: 'Keep what got further',
    text: () =>
      'This is the clever part. The optimizer moves each knob a little towards its values in the better half of the forty, and away from the rest. All it knows is how far each brain got.',
    Activity: KeepBest,
  },
  {
    id: 'again',
    heading: 'Again, and again',
    text: (knobs) =>
      `Forty tries and one small change of all knobs: that is one generation. Now repeat. Why so often? ${knobs} knobs can be set in more ways than anyone could ever try, and each generation finds only a small improvement. So it takes thousands of tries.`,
    Activity: MoreGenerations,
  },
  {
    id: 'film',
    heading: 'Nobody told it how',
    text: () =>
      'Nothing in it says how to walk, to balance or to step. There is only a body, the ground, and one goal: “further is better”. Use the slider to look back at earlier generations.',
    Activity: LookBack,
  },
  {
    id: 'gait',
    heading: 'Is that a walk?',
    text: () =>
      'Only distance was rewarded, and the easiest way to get far is often a skip: one foot always leads. Four changes made another creature walk: a reward only for steps in which one foot passes the other, one brain for both legs, support that holds the body up at first and then fades, and round feet.',
    Activity: GaitStep,
  },
  {
    id: 'layers',
    heading: 'Do more layers help?',
    text: () =>
      '“Deep” means many layers. The first hidden layer combines the inputs; a second layer combines what the first one found, and so on to the outputs. More layers can express more, but they also have more knobs to find. For walking on flat ground, extra layers rarely help.',
    Activity: Layers,
  },
  {
    id: 'stuck',
    heading: 'When nothing improves',
    text: () =>
      'Learning can fail because of one bad setting. Here the optimizer changes each knob far too little: all forty brains are nearly the same, so there is no better half. On the page, the tool “Not learning?” finds such problems and fixes them with one click.',
    Activity: Stuck,
  },
  {
    id: 'elsewhere',
    heading: 'Where it fails',
    text: () =>
      'It learned only on the ground that it trained on. Put it somewhere else and see how far it gets. To be good on hills, it has to learn on hills.',
    Activity: OtherGround,
  },
  {
    id: 'deep-learning',
    heading: 'So that is deep learning?',
    text: () =>
      'At its heart: a net with very many knobs, changed a little at a time so that one number gets better. Here a program tries changes and keeps what works. The large nets behind chat and images learn from examples instead: for every knob a program computes which direction is better, the slope, called the gradient, and changes all knobs at once. Both ways turn knobs.',
    Activity: DeepLearning,
  },
  {
    id: 'yours',
    heading: 'Now yours',
    text: () =>
      'It starts with random knobs. The optimizer changes its knobs a little, keeps what gets further, and repeats. After the tour, the timeline under the stage takes you to any generation, and the chart shows how far each got.',
    Activity: YourTurn,
    isYours: true,
  },
];
