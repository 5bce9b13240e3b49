import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Phrases that readers stumbled over. The plain ones in their place are "won't take a step", "stays upright" and so on. */
const ODD = [
  ...['dare a step', 'keeps its feet', 'Why not?', 'Lives lived', 'Leave a run and', 'cannot be gone on', 'like dice'],
  ...['ten by chance', 'less far', 'seldom better', 'What is seen of', 'against the step', 'Luck against'],
  ...['Outputs at their end', 'Paid for effort', 'Price of', 'Lives for each', 'Fixed once', 'Pace of the'],
  ...['Pictures a second', 'moves in any', 'the life came to', 'lived again', 'Ask it not', 'from the least to'],
  ...['Nothing has lived', 'asked for is not there', 'No, thank you', 'who has never heard', "'lives'", ', usually '],
  ...["'Forget", 'Everything falls', 'faster and is noisier', 'You dropped nothing'],
];

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

test('no text has a phrase that readers stumbled over', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  expect(sources.length).toBeGreaterThan(400);
  const pages = ['index.html', 'player.html', 'lesson.html'];
  const found = [...pages, ...sources.map((path) => join('src', path))].flatMap((path) => {
    const text = withoutComments(readFileSync(path, 'utf8')).toLowerCase();
    return ODD.filter((phrase) => text.includes(phrase.toLowerCase())).map((phrase) => `${path}: ${phrase}`);
  });
  expect(found).toEqual([]);
});
