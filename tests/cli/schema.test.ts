import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { jsonSchema, SCHEMAS } from '../../src/cli/schema.ts';
import { bundleToDocument } from '../../src/format/bundle-document.ts';
import { migrate } from '../../src/format/migrations.ts';
import { replayFromDocument, replayToDocument } from '../../src/format/replay-document.ts';
import { checkpointToDocument } from '../../src/format/run-document.ts';
import { createCheckpointBuilder } from '../../src/run/checkpoint.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { presets } from '../../src/run/presets.ts';
import { type Replay, replayOf } from '../../src/run/replay.ts';
import { initialState, run } from '../../src/run/run.ts';

/** Another program's reading of our schemas. */
const validators = new Map<string, ValidateFunction>(
  SCHEMAS.map((kind) => [kind, new Ajv({ allErrors: true }).compile(jsonSchema(kind))]),
);

/** What that program has against a document, as a file has it. */
function faultsOf(kind: (typeof SCHEMAS)[number], document: unknown): string[] {
  const validate = validators.get(kind) as ValidateFunction;
  validate(JSON.parse(JSON.stringify(document)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const json = (file: string) => JSON.parse(readFileSync(`tests/fixtures/${file}`, 'utf8'));

const experiment = parseExperiment({
  body: 'hopper',
  task: { name: 'hills', duration: 1 },
  brain: { name: 'linear' },
  optimizer: { name: 'snes', populationSize: 6 },
});

async function champion(): Promise<Replay> {
  for await (const { champion } of run(experiment, inProcess, { record: true })) {
    if (champion) return replayOf(experiment, champion);
  }
  throw new Error('no champion');
}

describe('documents that the program writes are valid by their JSON Schema', () => {
  test.each(Object.entries(presets))('the experiment of preset %s', (_, { experiment }) => {
    expect(faultsOf('experiment', experiment)).toEqual([]);
    expect(faultsOf('experiment', parseExperiment(experiment))).toEqual([]);
  });

  test('a replay with its recording, alone, in a film, a race and a library', async () => {
    const replay = await champion();
    const document = replayToDocument(replay);
    expect(document.recording).toBeDefined();
    expect(faultsOf('replay', document)).toEqual([]);
    const several = (['film', 'race'] as const).map((kind) => {
      const piece = bundleToDocument({ kind, title: 'Two', scenes: [replay, replay] });
      expect(faultsOf(kind, piece)).toEqual([]);
      return piece;
    });
    const items = [document, ...several].map((each) => ({ name: 'One', tags: ['a'], made: 1, document: each }));
    expect(faultsOf('library', { format: 'gaitlab-library', version: 1, items })).toEqual([]);
  });

  test('a replay of an earlier version, after migration', () => {
    const old = json('replays/version-1.replay.json');
    expect(faultsOf('replay', old)).not.toEqual([]);
    expect(faultsOf('replay', migrate(old))).toEqual([]);
    expect(faultsOf('replay', replayToDocument(replayFromDocument(old, 'old')))).toEqual([]);
  });

  test('a run', () => {
    const begun = createCheckpointBuilder(initialState(experiment)).checkpoint(0);
    expect(faultsOf('run', checkpointToDocument(begun))).toEqual([]);
  });
});

describe('the schema alone finds faults', () => {
  test('in a replay, alone or in a film', async () => {
    const document = replayToDocument(await champion());
    const wrong: [Record<string, unknown>, RegExp][] = [
      [{ ...document, hash: 'xyz' }, /^\/hash must match pattern/],
      [{ ...document, generation: -1 }, /^\/generation must be >= 0/],
      [{ ...document, tests: [] }, /^\/tests must NOT have fewer than 1/],
      [{ ...document, more: 1 }, /must NOT have additional properties/],
    ];
    for (const [each, fault] of wrong) {
      expect(faultsOf('replay', each)).toContainEqual(expect.stringMatching(fault));
      const film = { format: 'gaitlab-film', version: 1, title: '', scenes: [document, each] };
      expect(faultsOf('film', film).some((words) => words.startsWith('/scenes/1'))).toBe(true);
    }
  });

  test('in a policy', () => {
    expect(faultsOf('policy', { layers: [2, 1], activation: 'tanh', weights: [0, 0, 0] })).toEqual([]);
    expect(faultsOf('policy', { layers: [2], activation: 'sine', weights: ['0'] })).toHaveLength(3);
  });
});
