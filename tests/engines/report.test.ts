import { expect, test } from 'vitest';
import { runJob } from '../../scripts/engines/job.mjs';
import { differencesOf, pageOf } from '../../scripts/engines/report.mjs';

const engines = ['One', 'Two'].map((name) => ({ name, version: '1.2', script: 'V8' }));
const replays = { 'biped walk mlp': '{}', 'dog hills linear': '{}' };
const runsAs = 'wasm';
const right = { count: 84, differences: [] as string[] };
const golden = { wasm: right, javascript: right, planck: right };
const alike = {
  system: 'linux x64',
  engines,
  missing: { Three: 'it is not there' },
  made: { One: { replays, runsAs, golden }, Two: { replays, runsAs, golden } },
  verified: { One: { One: [], Two: [] }, Two: { One: [], Two: [] } },
};

test('the page says that nothing differs, and names the engines that are missing', () => {
  expect(differencesOf(alike)).toEqual([]);
  const page = pageOf(alike);
  expect(page).toContain('Nothing differs.');
  expect(page).toContain('| Two | 1.2 | V8 | wasm | 84 of 84 | 84 of 84 | 84 of 84 |');
  expect(page).toContain('| One | 2 of 2 | 2 of 2 |');
  expect(page).toContain('- Three: it is not there');
});

test.each([
  [
    'an episode',
    { verified: { ...alike.verified, Two: { One: ['biped walk mlp: life 1'], Two: [] } } },
    'made in One, verified in Two: biped walk mlp: life 1',
  ],
  [
    'a missing verification',
    { verified: { One: alike.verified.One } },
    'made in One, verified in Two: nothing was verified',
  ],
  [
    'a golden hash',
    {
      made: {
        ...alike.made,
        Two: { replays, runsAs, golden: { ...golden, planck: { count: 84, differences: ['snes'] } } },
      },
    },
    'Two: golden hash "snes" differs with physics planck',
  ],
  [
    'a file',
    { made: { ...alike.made, Two: { replays: { ...replays, 'biped walk mlp': '[]' }, runsAs, golden } } },
    'the files made in Two differ from those made in One',
  ],
])('%s that differs is reported', (_what, change, sentence) => {
  const found = { ...alike, ...change } as Parameters<typeof differencesOf>[0];
  expect(differencesOf(found)).toContain(sentence);
  expect(pageOf(found)).toContain(sentence);
});

test('an engine that ends without an answer, or answers with a fault, is an error that names it', async () => {
  const engine = (script: string) => ({
    ...engines[0]!,
    start: (url: string) => ({ program: process.execPath, words: ['-e', script.replace('URL', JSON.stringify(url))] }),
  });
  await expect(runJob(engine('process.exit(3)'), '', { kind: 'make' })).rejects.toThrow(/^One 1\.2: it ended with 3/);
  const post = "fetch(URL + 'answer', { method: 'POST', body: JSON.stringify({ error: 'a fault' }) })";
  await expect(runJob(engine(post), '', { kind: 'make' })).rejects.toThrow('One 1.2: a fault');
});
