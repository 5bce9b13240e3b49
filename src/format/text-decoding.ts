import { utf8 } from '@scure/base';

/** Byte-order marks. UTF-32 is checked first, because its little-endian mark begins like that of UTF-16. */
const UTF_32 = [
  [0xff, 0xfe, 0, 0],
  [0, 0, 0xfe, 0xff],
];
const UTF_8 = [0xef, 0xbb, 0xbf];
const LITTLE_ENDIAN = [0xff, 0xfe];
const BIG_ENDIAN = [0xfe, 0xff];

const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

/** Whether a byte is printable ASCII or white space, with which JSON, HTML and most plain text begin. */
const isAscii = (byte: number | undefined) =>
  byte !== undefined && (byte === 0x09 || byte === 0x0a || byte === 0x0d || (byte >= 0x20 && byte < 0x7f));

/** Whether the first characters are ASCII in UTF-16: two bytes each, of which byte `zero` (0 or 1) is zero. */
function isWide(bytes: Uint8Array, zero: 0 | 1): boolean {
  const end = Math.min(bytes.length - 1, 8);
  for (let i = 0; i < end; i += 2) if (bytes[i + zero] !== 0 || !isAscii(bytes[i + 1 - zero])) return false;
  return end >= 3;
}

/** UTF-16 code units converted per call; some engines limit the number of arguments of a function. */
const CHUNK = 8192;

function decodeUtf16(bytes: Uint8Array, isLittleEndian: boolean, source: string): string {
  if (bytes.length % 2 === 1) throw new Error(`${source} is UTF-16 text that is cut short; save it as UTF-8`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const units = Uint16Array.from({ length: bytes.length / 2 }, (_, i) => view.getUint16(2 * i, isLittleEndian));
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) text += String.fromCharCode(...units.subarray(at, at + CHUNK));
  if (/\p{Surrogate}/u.test(text)) throw new Error(`${source} is not valid UTF-16; save it as UTF-8`);
  return text;
}

function decodeUtf8(bytes: Uint8Array, source: string): string {
  try {
    return utf8.encode(bytes);
  } catch {
    if (bytes.includes(0)) throw new Error(`${source} is neither a .gait file nor text`);
    throw new Error(`${source} is not valid UTF-8: see line ${invalidLine(bytes)}; save it as UTF-8`);
  }
}

/** Number of the first line, from 1, that is not valid UTF-8. There must be such a line. */
function invalidLine(bytes: Uint8Array): number {
  let [line, start] = [1, 0];
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    try {
      utf8.encode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    line++;
    start = end + 1;
  }
  return line;
}

/**
 * Decodes UTF-8, or UTF-16 as some editors save it, and removes the byte-order mark. Throws an Error that starts with `source`
 * and says what is wrong and how to save the file.
 */
export function decodeText(bytes: Uint8Array, source: string): string {
  if (UTF_32.some((mark) => startsWith(bytes, mark))) throw new Error(`${source} is UTF-32 text; save it as UTF-8`);
  if (startsWith(bytes, UTF_8)) return decodeUtf8(bytes.subarray(3), source);
  if (startsWith(bytes, LITTLE_ENDIAN)) return decodeUtf16(bytes.subarray(2), true, source);
  if (startsWith(bytes, BIG_ENDIAN)) return decodeUtf16(bytes.subarray(2), false, source);
  if (isWide(bytes, 1)) return decodeUtf16(bytes, true, source);
  if (isWide(bytes, 0)) return decodeUtf16(bytes, false, source);
  return decodeUtf8(bytes, source);
}
