/** @module-tag slow */

import { expect, test } from 'vitest';
import { replayFromDocument, replayToDocument } from '../../src/format/replay-document.ts';
import { smallestGraph } from '../../src/math/graph.ts';
import { graphToCode } from '../../src/math/graph-code.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { replayOf, verify } from '../../src/run/replay.ts';
import { float32ToText } from '../../src/schema/floats.ts';
import { take } from './small.ts';

const experiment = parseExperiment({
  seed: 7,
  task: { name: 'walk', duration: 2 },
  optimizer: { name: 'neat', populationSize: 16, addNode: 0.5, addConnection: 0.5 },
});

test('runs with growing nets repeat to the same bits, from a clone too, and their replays are verified', async () => {
  const straight = await take(3, experiment, inProcess);
  const hashes = straight.map(({ historyHash }) => historyHash);
  expect((await take(3, experiment, inProcess)).map(({ historyHash }) => historyHash)).toEqual(hashes);
  const later = await take(2, structuredClone(straight[0]!.state), inProcess);
  expect(later.map(({ historyHash }) => historyHash)).toEqual(hashes.slice(1));

  const champion = straight[2]!.champion!;
  const replay = replayOf(experiment, champion);
  const document = JSON.parse(JSON.stringify(replayToDocument(replay)));
  const read = replayFromDocument(document, 'a.json');
  expect(read).toEqual(replay);
  expect(await verify(read, inProcess)).toMatchObject({ verified: true, difference: '' });

  const withGenome = (genome: Float32Array) => ({ ...document, genome: float32ToText(genome) });
  const circular = champion.genome.slice();
  circular[circular.length - 3] = circular[circular.length - 2]!;
  for (const [genome, sentence] of [
    [circular, /^a\.json: connection \d+ of the net, (\d+) to \1, leads backwards$/],
    [champion.genome.with(3, 1e9), /^a\.json: net has \d+ numbers, but its counts need 3000\d+$/],
    [graphToCode(smallestGraph(3, 4)), 'a.json: net has 3 inputs and 4 outputs, this body needs 14 and 4'],
  ] as const)
    expect(() => replayFromDocument(withGenome(genome), 'a.json')).toThrow(sentence);
});
