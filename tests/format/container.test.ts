import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFile, encodeFile, KINDS } from '../../src/format/container.ts';
import { replayFromDocument, replayToDocument } from '../../src/format/replay-document.ts';
import { replayFrom } from '../../src/format/replay-source.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { replayOf, verify } from '../../src/run/replay.ts';
import { placesIn, put } from '../fuzz/places.ts';
import { small, take } from '../run/small.ts';

const [generation] = await take(1, small(), inProcess, { amend: () => ({ 'task.difficulty': 0.3 }) });
const recipe = replayOf(generation!.state.experiment, generation!.champion!);
const { episodes: lives } = await verify(recipe, inProcess, true);
const replay = { ...recipe, recording: lives[0]!.recording };
const file = encodeFile('replay', replayToDocument(replay));
const seed = 5;

describe('a file', () => {
  it('is decoded to its document, for every kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.jsonValue({ maxDepth: 4 }), (kind, document) => {
        const plain = JSON.parse(JSON.stringify(document));
        expect(decodeFile(encodeFile(kind, plain), 'a.gait')).toEqual({ kind, document: plain });
      }),
      { seed, numRuns: 200 },
    );
  });

  it('may be plain JSON too', () => {
    const text = new TextEncoder().encode('{"format":"gaitlab-replay"}');
    expect(decodeFile(text, 'a.json')).toEqual({ kind: undefined, document: { format: 'gaitlab-replay' } });
  });

  it('is compressed, its recording too', () => {
    expect(file.length).toBeLessThan(JSON.stringify(replayToDocument(replay)).length * 0.8);
  });
});

describe('a hostile file is refused with a sentence', { tags: 'slow' }, () => {
  const read = (bytes: Uint8Array) => replayFrom({ name: 'a.gait', bytes });

  it('when any bit of it flipped or it was cut short', () => {
    fc.assert(
      fc.property(fc.nat(file.length * 8 - 1), fc.boolean(), (bit, cuts) => {
        const bytes = cuts ? file.slice(0, bit >> 3) : file.slice();
        if (!cuts) bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
        expect(() => read(bytes)).toThrow(/^a\.gait .{8,300}$/s);
      }),
      { seed, numRuns: 7000 },
    );
  });

  it('when it is nested too deep or has too many values', () => {
    const json = (text: string) => decodeFile(new TextEncoder().encode(text), 'a.json');
    expect(() => json('['.repeat(3_000_000))).toThrow('a.json is nested more than 40 deep');
    expect(() => json(`[${'0,'.repeat(1_000_000)}0]`)).toThrow('a.json has more than 400000 values');
    expect(() => json('{"a":{"__proto__":{"b":1}}}')).toThrow('has a key __proto__');
    expect(({} as { b?: number }).b).toBeUndefined();
  });

  it('when it unpacks to more than its header says, or the header says too much', () => {
    const bomb = encodeFile('replay', 'a'.repeat(5_000_000));
    const view = new DataView(bomb.buffer);
    expect(bomb.length).toBeLessThan(20_000);
    view.setUint32(12, 1000, true);
    expect(() => decodeFile(bomb, 'a.gait')).toThrow('a.gait has more than 1000 bytes when unpacked');
    view.setUint32(12, 4_000_000_000, true);
    expect(() => decodeFile(bomb, 'a.gait')).toThrow(
      /^a\.gait is too large: 4000000000 bytes when unpacked, the maximum of a replay is/,
    );
  });

  it('when it is of a newer format or kind', () => {
    const newer = file.slice();
    newer[4] = 2;
    expect(() => decodeFile(newer, 'a.gait')).toThrow('a.gait has format 2, this Gaitlab reads format 1; open');
    const other = file.slice();
    other[6] = 200;
    expect(() => decodeFile(other, 'a.gait')).toThrow('a.gait is of a kind that this Gaitlab does not know');
  });

  it('when any single value is changed', () => {
    const document = JSON.parse(JSON.stringify(replayToDocument(replay))) as Record<string, unknown>;
    const places = placesIn(document);
    const strange = fc.constantFrom<unknown>(null, -1, 1e300, 0.5, '', '\u0000', 'A'.repeat(5000), [], {}, true);
    fc.assert(
      fc.property(fc.constantFrom(...places), strange, (place, value) => {
        const changed = JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
        put(changed, place, value);
        const before = JSON.stringify(changed);
        try {
          // What is still a replay, with another seed or title, has to come back as it is.
          const back = replayFromDocument(changed, 'a.gait');
          expect(Number.isFinite(back.fitness)).toBe(true);
        } catch (error) {
          expect((error as Error).message).toMatch(/^a\.gait: .{8,400}$/s);
        }
        expect(JSON.stringify(changed)).toBe(before);
      }),
      { seed, numRuns: 3000 },
    );
  }, 120_000);
});
