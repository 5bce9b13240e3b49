import { expect, test } from 'vitest';
import {
  bundleFromDocument,
  bundleOf,
  bundleToDocument,
  MAX_SCENES,
  type ReplayBundle,
} from '../../src/format/bundle-document.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { replayOf, verify } from '../../src/run/replay.ts';
import { small, take } from '../run/small.ts';

const replays = (await take(3, small(), inProcess)).map(({ state, champion }) => replayOf(state.experiment, champion!));
const film: ReplayBundle = { kind: 'film', title: 'Three steps', scenes: replays };
const onOneGround = replays.map((replay) => ({ ...replay, tests: [{ ...replay.tests[0]!, seed: 5 }] }));
const race: ReplayBundle = { kind: 'race', title: '', scenes: onOneGround };
type Several = { scenes: Record<string, unknown>[] } & Record<string, unknown>;
const written = (piece: ReplayBundle): Several => JSON.parse(JSON.stringify(bundleToDocument(piece)));

test.each([bundleOf(replays[2]!), film, race])('a bundle is restored from JSON: $kind', (piece) => {
  expect(bundleFromDocument(written(piece), 'a.json')).toEqual(piece);
});

test('the scenes of a film are verified', async () => {
  for (const scene of bundleFromDocument(written(film), 'a.json').scenes) {
    expect(await verify(scene, inProcess)).toMatchObject({ verified: true });
  }
});

test.each<[string, ReplayBundle, (document: Several) => void, RegExp]>([
  ['a version to come', film, (it) => Object.assign(it, { version: 2 }), /^a\.json: version is 2, must be 1$/],
  [
    'no scenes',
    film,
    (it) => Object.assign(it, { scenes: [] }),
    /^a\.json: scenes is \[\], must have 1 entry or more$/,
  ],
  [
    'a race of one',
    race,
    (it) => Object.assign(it, { scenes: it.scenes.slice(1, 2) }),
    /^a\.json: scenes is .* must have 2 entries or more$/,
  ],
  [
    'more scenes than a film has',
    film,
    (it) => Object.assign(it, { scenes: new Array(MAX_SCENES + 1).fill(it.scenes[0]) }),
    /^a\.json: scenes is .* must have 24 entries or fewer$/,
  ],
  [
    'a scene that is none',
    film,
    (it) => Object.assign(it.scenes[1]!, { genome: '***' }),
    /^a\.json, scene 2: genome is "\*\*\*"/,
  ],
  [
    'a race on several grounds',
    race,
    (it) => Object.assign((it.scenes[2]!.tests as object[])[0]!, { seed: 6 }),
    /^a\.json, scene 3: its ground differs from that of scene 1; a race needs the same$/,
  ],
  ['something unknown', race, (it) => Object.assign(it, { extra: 1 }), /^a\.json: extra is not a known setting$/],
])('refuses %s', (_what, piece, change, sentence) => {
  const document = written(piece);
  change(document);
  expect(() => bundleFromDocument(document, 'a.json')).toThrow(sentence);
});
