import { constants, deflateRawSync } from 'node:zlib';
import { base64 } from '@scure/base';
import { expect, test, vi } from 'vitest';
import { checksum } from '../../src/format/checksum.ts';
import { decodeFile, KINDS, type Kind } from '../../src/format/container.ts';
import { bundlesFromFile } from '../../src/format/library-document.ts';
import { replayFromLink } from '../../src/format/replay-link.ts';
import { runFromFile } from '../../src/format/run-file.ts';
import { formats } from './formats.ts';
import { readOnce } from './reading.ts';
import { sealText, withChecksum } from './sealing.ts';

/** Bytes that were unpacked. */
const unpacked = vi.hoisted(() => ({ bytes: 0 }));
vi.mock('fflate', async (original) => {
  const real = await original<typeof import('fflate')>();
  class CountingInflate extends real.Inflate {
    constructor(onData: (piece: Uint8Array, isLast: boolean) => void) {
      super((piece, isLast) => {
        unpacked.bytes += piece.length;
        onData(piece, isLast);
      });
    }
  }
  return { ...real, Inflate: CountingInflate };
});

/** A deflated stream that unpacks to so many megabytes of one letter. */
function bomb(megabytes: number, letter = 0): Buffer {
  const one = deflateRawSync(Buffer.alloc(1_000_000, letter), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>(megabytes).fill(one), deflateRawSync(Buffer.alloc(0))]);
}

/** The bytes of a `.gait` file with this stream, which says that it unpacks to `size` bytes. */
function fileOf(kind: Kind, packed: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(16 + packed.length);
  bytes.set([0x47, 0x41, 0x49, 0x54]);
  bytes.set(packed, 16);
  const view = new DataView(bytes.buffer);
  view.setUint16(4, 1, true);
  view.setUint16(6, KINDS.indexOf(kind), true);
  view.setUint32(8, checksum(packed), true);
  view.setUint32(12, size, true);
  return bytes;
}

/** A piece of a stream unpacks to at most so many bytes more than a reader allows. */
const MARGIN = 5_000_000;

const replay = decodeFile(formats.find(({ name }) => name === 'replay')?.sample as Uint8Array, 'it').document as {
  recording: { columns: Record<string, string> };
};
const column = (megabytes: number) =>
  sealText(
    'replay',
    JSON.stringify({
      ...replay,
      recording: {
        ...replay.recording,
        columns: { ...replay.recording.columns, angles: base64.encode(bomb(megabytes)) },
      },
    }),
  );

test.each<[string, number, string | Uint8Array, (input: never, source: string) => unknown]>([
  ['a replay of 4 GB that says it has 6 MB', 6_000_000, fileOf('replay', bomb(4000), 6_000_000), bundlesFromFile],
  ['a film of 4 GB that says it has 4 GB', 0, fileOf('film', bomb(4000), 4_000_000_000), bundlesFromFile],
  ['a race of 4 GB that says it has one byte', 1, fileOf('race', bomb(4000), 1), bundlesFromFile],
  ['a run of 4 GB that says it has 10 MB', 10_000_000, fileOf('run', bomb(4000), 10_000_000), runFromFile],
  [
    'a link of 60 MB',
    600_000,
    withChecksum(Buffer.concat([Uint8Array.of(0xff, 0xff), bomb(60)])),
    replayFromLink as never,
  ],
  ['a column of 100 MB in a recording', 100_000, column(100), bundlesFromFile],
])('%s is refused soon, and little of it is unpacked', (_what, most, input, read) => {
  unpacked.bytes = 0;
  expect(readOnce({ read: read as never }, input)).toBe('refused');
  expect(unpacked.bytes).toBeGreaterThanOrEqual(most);
  expect(unpacked.bytes).toBeLessThanOrEqual(most + MARGIN);
});

test('the most that a file may unpack to is read', () => {
  unpacked.bytes = 0;
  expect(() => decodeFile(fileOf('library', bomb(64, 0x20), 64_000_000), 'a.gait')).toThrow(/^a\.gait is not JSON/);
  expect(unpacked.bytes).toBe(64_000_000);
  expect(() => decodeFile(fileOf('library', bomb(65, 0x20), 65_000_000), 'a.gait')).toThrow(
    'a.gait is too large: 65000000 bytes when unpacked, the maximum of a library is 64000000',
  );
});
