import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPlanes, toPlanes } from '../../src/format/byte-planes.ts';
import { LINK_LIMIT, replayFromLink, replayToLink } from '../../src/format/replay-link.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { presets } from '../../src/run/presets.ts';
import { replayOf, verify } from '../../src/run/replay.ts';
import { small, take } from '../run/small.ts';

const replayAfter = async (count: number, some = {}) => {
  const generation = (await take(count, small(some), inProcess)).at(-1)!;
  return replayOf(generation.state.experiment, generation.champion!);
};
const replay = await replayAfter(2);
const link = replayToLink(replay);

describe('a link', () => {
  it('contains the first test to the last digit, and is verified', async () => {
    const read = replayFromLink(link, 'This link');
    expect(read.genome).toEqual(replay.genome);
    expect(read.statistics).toEqual(replay.statistics);
    expect(read.experiment).toEqual(replay.experiment);
    expect(read.tests[0]!.distance).toBe(replay.tests[0]!.distance);
    expect(await verify(read, inProcess)).toMatchObject({ verified: true });
    expect(replayToLink(read)).toBe(link);
  });

  it('has the colour of the creature, which changes no result', async () => {
    const read = replayFromLink(replayToLink({ ...replay, colour: '1f9f8f' }), 'This link');
    expect(read).toMatchObject({ colour: '1f9f8f', hash: replayFromLink(link, 'This link').hash });
    expect(await verify(read, inProcess)).toMatchObject({ verified: true });
    const odd = replayToLink({ ...replay, colour: 'red"' });
    expect(() => replayFromLink(odd, 'This link')).toThrow('must be six hexadecimal digits');
  });

  it('of the default biped, and of what the page begins with, is short enough to be sent', async () => {
    const usual = await replayAfter(3, { brain: { name: 'mlp' } });
    expect(usual.genome).toHaveLength(308);
    expect(replayToLink(usual).length).toBeLessThan(LINK_LIMIT / 2);
    const first = await replayAfter(1, presets['natural-walk']!.experiment);
    expect(replayToLink(first).length).toBeLessThan(LINK_LIMIT);
  });

  it('of a first generation and of a graph brain is restored too', async () => {
    for (const some of [{}, { brain: { name: 'graph' } }]) {
      const first = await replayAfter(1, some);
      expect(replayFromLink(replayToLink(first), 'This link').genome).toEqual(first.genome);
    }
  });

  it('that is cut short or changed is refused in a sentence', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(fc.nat(link.length - 1), fc.constantFrom('A', 'z', '-', '%', ''), (at, letter) => {
        const changed = letter === '' ? link.slice(0, at) : link.slice(0, at) + letter + link.slice(at + 1);
        fc.pre(changed !== link);
        expect(() => replayFromLink(changed, 'This link')).toThrow(
          'This link cannot be read: it was changed or cut short',
        );
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

it('byte planes are inverted exactly', () => {
  fc.assert(
    fc.property(fc.array(fc.float()), fc.array(fc.double()), (singles, doubles) => {
      const [f, d] = [
        new Uint8Array(Float32Array.from(singles).buffer),
        new Uint8Array(Float64Array.from(doubles).buffer),
      ];
      expect(fromPlanes(toPlanes(f, 4), 4)).toEqual(f);
      expect(fromPlanes(toPlanes(d, 8), 8)).toEqual(d);
    }),
    { seed: 5 },
  );
});
