import { utf8 } from '@scure/base';
import { checksum } from './checksum.ts';
import { deflate, inflate } from './deflate.ts';
import { checkFileSize } from './file-size.ts';
import { foreignBytes, foreignText, SUPPORTED_FILES } from './foreign-file.ts';
import { parseJson } from './json-guard.ts';
import { decodeText } from './text-decoding.ts';

/** Kinds of `.gait` files: one replay, replays in sequence (film) or side by side (race), a resumable run, a library. */
export const KINDS = ['replay', 'film', 'race', 'run', 'library'] as const;
export type Kind = (typeof KINDS)[number];

/** Header: "GAIT", then little-endian format (2 bytes), kind (2), checksum of the packed data (4), its unpacked size (4). */
const MAGIC = Uint8Array.of(0x47, 0x41, 0x49, 0x54);
const HEADER = 16;
const FORMAT = 1;

/** Maximum unpacked size, bytes. A replay with the longest recording has a few million; a run includes the optimizer's state. */
const MAX_BYTES: Record<Kind, number> = {
  replay: 6_000_000,
  film: 24_000_000,
  race: 24_000_000,
  run: 64_000_000,
  library: 64_000_000,
};

/** Runs larger than this, in bytes, are stored uncompressed: they compress badly and are written every few seconds. */
const MAX_COMPRESSED_RUN = 200_000;

/** Encodes a document as a `.gait` file. Throws an Error when it is too large to be read again. */
export function encodeFile(kind: Kind, document: unknown): Uint8Array {
  const text = utf8.decode(JSON.stringify(document));
  if (text.length > MAX_BYTES[kind])
    throw new Error(`This ${kind} is too large: ${text.length} bytes, the maximum is ${MAX_BYTES[kind]}`);
  const packed = deflate(text, kind === 'run' && text.length > MAX_COMPRESSED_RUN);
  const bytes = new Uint8Array(HEADER + packed.length);
  bytes.set(MAGIC);
  bytes.set(packed, HEADER);
  const view = new DataView(bytes.buffer);
  view.setUint16(4, FORMAT, true);
  view.setUint16(6, KINDS.indexOf(kind), true);
  view.setUint32(8, checksum(packed), true);
  view.setUint32(12, text.length, true);
  return bytes;
}

export const isGaitFile = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);

/** Reads a `.gait` file or a plain JSON file. Throws an Error that starts with `source` and says what is wrong. */
export function decodeFile(bytes: Uint8Array, source: string): { kind: Kind | undefined; document: unknown } {
  checkFileSize(bytes.length, source);
  if (!isGaitFile(bytes)) return { kind: undefined, document: decodeJson(bytes, source) };
  if (bytes.length < HEADER) throw new Error(`${source} is cut short`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = view.getUint16(4, true);
  if (format !== FORMAT)
    throw new Error(
      `${source} has format ${format}, this Gaitlab reads format ${FORMAT}; open it with a newer Gaitlab`,
    );
  const kind = KINDS[view.getUint16(6, true)];
  if (kind === undefined)
    throw new Error(`${source} is of a kind that this Gaitlab does not know; open it with a newer Gaitlab`);
  const packed = bytes.subarray(HEADER);
  if (checksum(packed) !== view.getUint32(8, true))
    throw new Error(`${source} is damaged: its checksum does not match`);
  const size = view.getUint32(12, true);
  if (size > MAX_BYTES[kind])
    throw new Error(
      `${source} is too large: ${size} bytes when unpacked, the maximum of a ${kind} is ${MAX_BYTES[kind]}`,
    );
  let text: Uint8Array;
  try {
    text = inflate(packed, size);
  } catch (error) {
    throw new Error(`${source} ${(error as Error).message}`);
  }
  if (text.length !== size) throw new Error(`${source} is damaged: its size does not match its header`);
  return { kind, document: parseJson(decodeText(text, source), source) };
}

/** Decodes a plain JSON file. Throws an Error that starts with `source` and says what the file is instead. */
function decodeJson(bytes: Uint8Array, source: string): unknown {
  const binary = foreignBytes(bytes);
  if (binary !== undefined) throw new Error(`${source} is ${binary}; ${SUPPORTED_FILES}`);
  const text = decodeText(bytes, source);
  const foreign = foreignText(text);
  if (foreign !== undefined) throw new Error(`${source} is ${foreign}; ${SUPPORTED_FILES}`);
  return parseJson(text, source);
}
