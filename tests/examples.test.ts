import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { replayFromDocument } from '../src/format/replay-document.ts';
import { seedOf } from '../src/math/rng.ts';
import { mean } from '../src/math/stats.ts';
import { withPublishedRules } from '../src/run/episode-rules.ts';
import { inProcess } from '../src/run/evaluator.ts';
import { testBatch, verify } from '../src/run/replay.ts';

test('the example’s champion is resimulated to the same bits, and BipedalWalker’s to the end of its course', async () => {
  const file = 'examples/02-bipedal-walker.replay.json';
  const replay = replayFromDocument(JSON.parse(readFileSync(file, 'utf8')), file);
  expect((await verify(replay, inProcess)).difference).toBe('');
  const batch = testBatch(
    replay,
    [1, 2, 3, 4, 5].map((i) => seedOf(1, 'example', i)),
  );
  const lives = await inProcess.evaluate({ ...batch, experiment: withPublishedRules(batch.experiment) });
  const returns = lives.map(({ evaluation }) => evaluation.return);
  expect(mean(returns)).toBeGreaterThan(340);
  expect(Math.min(...returns)).toBeGreaterThan(330);
});
