import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { steps } from '../../../../src/app/tools/tour/steps.ts';
import { words } from '../../../../src/app/tools/tour/words.ts';

// The steps' components ask for the width of the window and for dark colours as they are loaded.
vi.hoisted(() => {
  globalThis.matchMedia = (() => ({ matches: false, addEventListener() {} })) as unknown as typeof matchMedia;
});

/** The texts of the tour alone, as a visitor reads them. */
const said = [
  ...steps.map(({ heading, text }) => `${heading}: ${text(308)}`),
  words.inputs,
  words.outputs,
  ...words.loopParts.map(([name, about]) => `${name}: ${about}`),
  words.mended,
].join('\n');

/** Questions that a visitor should be able to answer after the tour, and the words that answer them. */
test.each([
  ['what is a net here?', 'a small brain: a neural net. The net is made of 308 numbers, its weights'],
  [
    'what are its inputs and outputs?',
    'On the left of its net are the inputs: what it senses.',
    'On the right are the outputs, one for each joint.',
  ],
  ['what are the knobs, and how many are there?', 'Each line is a weight: think of it as a knob. There are 308'],
  [
    'how is it at first, and why?',
    'they were just set at random. So the joints move at random, and the creature falls',
  ],
  [
    'what is the other program?',
    'It is called the optimizer. It makes forty brains that each differ a little from the newborn, and tries them all.',
    'Measure: how far each one gets',
  ],
  [
    'what is one mutation?',
    'change ten at random and see if it gets further. A random change like that is called a mutation',
  ],
  [
    'what is kept?',
    'moves each knob a little towards its values in the better half of the forty, and away from the rest',
  ],
  [
    'why thousands of tries?',
    '308 knobs can be set in more ways than anyone could ever try, and each generation finds only a small improvement.',
  ],
  [
    'what do more layers do?',
    'a second layer combines what the first one found',
    'they also have more knobs to find',
    'For walking on flat ground, extra layers rarely help.',
  ],
  [
    'when does it fail, and what helps?',
    'Learning can fail because of one bad setting.',
    'the tool “Not learning?” finds such problems and fixes them with one click',
    'It learned only on the ground that it trained on.',
    'To be good on hills, it has to learn on hills.',
  ],
])('the tour answers: %s', (_, ...answers) => {
  for (const answer of answers) expect(said).toContain(answer);
});

test('the lesson for teachers lists every step of the tour, in order', () => {
  const listed = [...readFileSync('docs/lesson.md', 'utf8').matchAll(/^\| `([\w-]+)` \|/gm)].map(([, id]) => id);
  expect(listed).toEqual(steps.map(({ id }) => id));
});
