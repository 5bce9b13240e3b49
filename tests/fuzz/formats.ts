import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base64urlnopad } from '@scure/base';
import fc from 'fast-check';
import { linkOf as addressOf, bundleFromLink, bundlesFromText } from '../../src/app/tools/replays/exchange.ts';
import { openRunLog } from '../../src/cli/run-log.ts';
import { criteriaInDocument, shareDone } from '../../src/cli/stop-criteria.ts';
import { bodies } from '../../src/creature/bodies.ts';
import { bodyFromDocument } from '../../src/format/body-document.ts';
import { bundleOf, bundleToDocument } from '../../src/format/bundle-document.ts';
import type { Kind } from '../../src/format/container.ts';
import { experimentFromHash, experimentToHash } from '../../src/format/experiment-link.ts';
import { parseJson } from '../../src/format/json-guard.ts';
import { bundlesFromFile } from '../../src/format/library-document.ts';
import { policyFromDocument } from '../../src/format/policy-document.ts';
import { replayToDocument } from '../../src/format/replay-document.ts';
import { replayFromLink, replayToLink } from '../../src/format/replay-link.ts';
import { replayFrom } from '../../src/format/replay-source.ts';
import { checkpointToDocument } from '../../src/format/run-document.ts';
import { runFromFile } from '../../src/format/run-file.ts';
import { createCheckpointBuilder } from '../../src/run/checkpoint.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { replayOf, verify } from '../../src/run/replay.ts';
import { initialState } from '../../src/run/run.ts';
import { startToDocument } from '../../src/run/start.ts';
import { parseSweep } from '../../src/run/sweep/sweep.ts';
import { parse } from '../../src/schema/fault.ts';
import { givenSchema } from '../../src/sim/tasks/bipedal-walker/given.ts';
import { small, take } from '../run/small.ts';
import { changedBytes, changedDocuments, changedTexts } from './mutation.ts';
import { linkOf, linkPieces, sealText, withChecksum } from './sealing.ts';

type Input = string | Uint8Array;

/** An input from outside: a valid example, malformed variants, and its reader. */
export interface Format {
  name: string;
  sample: Input;
  inputs: fc.Arbitrary<Input>;
  /** Throws an Error that starts with `source`. */
  read(input: Input, source: string): unknown;
}

const experiment = small({ body: 'hopper' });
const generations = await take(2, experiment, inProcess, {
  amend: (g) => (g === 1 ? { 'task.difficulty': 0.2 } : undefined),
});
const ledger = createCheckpointBuilder(initialState(experiment));
for (const each of generations) ledger.add(each);
const [first, replay] = generations.map(({ state, champion }) => replayOf(state.experiment, champion!));
const { episodes: lives } = await verify(replay!, inProcess, true);
const recorded = { ...replay!, recording: lives[0]!.recording };
const started = {
  ...experiment,
  start: startToDocument(
    { genome: first!.genome, statistics: replay!.statistics! },
    { title: 'A', seed: 3, generation: 1 },
  ),
};
const film = bundleToDocument({ kind: 'film', title: 'Two', scenes: [first!, replay!] });
const library = {
  format: 'gaitlab-library',
  version: 1,
  items: [{ name: 'One', tags: ['early'], made: 1, document: bundleToDocument(bundleOf(first!)) }],
};

/** Whoever would write to what they were given finds it frozen. */
function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) for (const each of Object.values(Object.freeze(value))) frozen(each);
  return value;
}

const embodiment = JSON.parse(readFileSync(new URL('../fixtures/embodiments/strider.json', import.meta.url), 'utf8'));
const evolution = JSON.parse(readFileSync(new URL('../fixtures/evolution/fledgling.json', import.meta.url), 'utf8'));

const encoded = (text: string) => new TextEncoder().encode(text);

/** A document as JSON text. */
function told(name: string, document: unknown, read: (document: unknown, source: string) => unknown): Format {
  const sample = JSON.stringify(document);
  return {
    name,
    sample,
    inputs: fc.oneof(
      { weight: 3, arbitrary: changedDocuments(document) },
      { weight: 1, arbitrary: changedTexts(sample) },
    ),
    read: (input, source) => read(frozen(parseJson(input as string, source)), source),
  };
}

/** A file, sealed or as plain JSON. */
function file(
  name: string,
  kind: Kind,
  document: unknown,
  read: (bytes: Uint8Array, source: string) => unknown,
): Format {
  const plain = JSON.parse(JSON.stringify(document));
  const sample = sealText(kind, JSON.stringify(plain));
  const documents = changedDocuments(plain);
  return {
    name,
    sample,
    inputs: fc.oneof(
      { weight: 4, arbitrary: documents.map((text) => sealText(kind, text)) },
      { weight: 1, arbitrary: documents.map(encoded) },
      { weight: 1, arbitrary: changedTexts(JSON.stringify(plain)).map(encoded) },
      { weight: 3, arbitrary: changedBytes(sample) },
    ),
    read: (input, source) => read(input as Uint8Array, source),
  };
}

const link = replayToLink({ ...replay!, recording: undefined });
const pieces = linkPieces(link);
const links = fc.oneof(
  { weight: 3, arbitrary: changedDocuments(pieces.head).map((head) => linkOf(head, pieces)) },
  { weight: 2, arbitrary: changedBytes(base64urlnopad.decode(link).subarray(0, -4)).map(withChecksum) },
  { weight: 2, arbitrary: changedTexts(link) },
);
const address = addressOf(bundleOf(replay!), 'https://example.org/', 'r')!;

const folder = mkdtempSync(join(tmpdir(), 'gaitlab-fuzz-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const logLines = [0, 1, 2].map((generation) => `${JSON.stringify({ generation, best: 1.5, mean: 0.2 })}\n`).join('');

/** The remains of a log when a run continues with generation 2: complete lines of earlier generations. */
function readLog(bytes: Uint8Array): void {
  const path = join(folder, 'log.jsonl');
  writeFileSync(path, bytes);
  openRunLog(path, 2).close();
  const left = readFileSync(path, 'utf8');
  for (const line of left.split('\n').slice(0, -1))
    if (!(JSON.parse(line).generation < 2)) throw new TypeError('a line of later was left');
}

/** The stop criteria in a run.json: a run with any valid ones ends. */
function readEnds(document: unknown): void {
  const ends = criteriaInDocument(document);
  const share = shareDone(ledger.checkpoint(0), ends ?? {});
  if (!(share >= 0 && Number.isFinite(share))) throw new TypeError(`ends ${JSON.stringify(ends)} are none`);
}

/** All inputs from outside; new ones belong here too. */
export const formats: readonly Format[] = [
  told('experiment', started, (document, source) => parseExperiment(document, source)),
  told('body plan', bodies.hopper, (body, source) => parseExperiment({ body }, source)),
  told('body with muscles', bodies.hoop, (body, source) => parseExperiment({ body }, source)),
  told('body of TeachMyAgent', embodiment, (document, source) => bodyFromDocument(document, source)),
  told('creature of Evolution', evolution, (document, source) => bodyFromDocument(document, source)),
  {
    name: 'link to an experiment',
    sample: experimentToHash(started),
    inputs: fc.oneof(
      changedTexts(experimentToHash(started)),
      changedTexts(
        experimentToHash(parseExperiment({ task: { name: 'hills', difficulty: 0.2 }, optimizer: { name: 'cma-es' } })),
      ),
      changedDocuments(bodies.hopper).map((text) => `#body=~${encodeURIComponent(text)}`),
      changedDocuments(started.start).map((text) => `#start=~${encodeURIComponent(text)}`),
    ),
    read: (input) => experimentFromHash(input as string),
  },
  file('replay', 'replay', replayToDocument(recorded), (bytes, name) => replayFrom({ name, bytes })),
  {
    name: 'link to a replay',
    sample: link,
    inputs: links,
    read: (input, source) => replayFromLink(input as string, source),
  },
  file('film', 'film', film, bundlesFromFile),
  file('library', 'library', library, bundlesFromFile),
  {
    name: 'pasted text',
    sample: address,
    inputs: fc.oneof(
      changedTexts(address),
      links.map((text) => `see https://example.org/#c=${text}`),
      changedDocuments(library),
      changedTexts(JSON.stringify(film)),
    ),
    read: (input) => [bundlesFromText(input as string), bundleFromLink(input as string)],
  },
  file('run', 'run', checkpointToDocument(ledger.checkpoint(1)), runFromFile),
  told('run.json', { experiment, ends: { generations: 5, steps: 10, until: 1 } }, readEnds),
  {
    name: 'log.jsonl',
    sample: encoded(logLines),
    inputs: changedBytes(encoded(logLines)),
    read: (input) => readLog(input as Uint8Array),
  },
  told(
    'policy',
    { layers: [3, 2, 2], activation: 'tanh', weights: new Array(14).fill(0.5), name: 'free' },
    policyFromDocument,
  ),
  told(
    'sweep plan',
    {
      axes: [
        { path: 'optimizer.sigma', values: [0.1, 0.2] },
        { path: 'task.name', values: ['walk', 'hills'] },
      ],
      seeds: [1, 2],
      steps: 1000,
    },
    (document, source) => parseSweep(experiment, document, source),
  ),
  told(
    'given episode',
    {
      hardcore: true,
      terrain_y: [1, 2, 3],
      terrainPolys: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
      ],
      actions: [[0, 1, 0, 1]],
    },
    (document, source) => parse(givenSchema, document, source),
  ),
];
