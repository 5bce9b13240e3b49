/** What Gaitlab can open, for error messages. */
export const SUPPORTED_FILES = 'Gaitlab opens .gait files, and experiments, body plans and replays as JSON';

/** Signatures of file types: the bytes at offset `at` (default 0), as Latin-1 text. */
const SIGNATURES: readonly { what: string; bytes: string; at?: number }[] = [
  { what: 'a zip archive', bytes: 'PK\x03\x04' },
  { what: 'a zip archive', bytes: 'PK\x05\x06' },
  { what: 'a gzip archive', bytes: '\x1f\x8b' },
  { what: 'a 7-Zip archive', bytes: '7z\xbc\xaf\x27\x1c' },
  { what: 'a RAR archive', bytes: 'Rar!\x1a\x07' },
  { what: 'an xz archive', bytes: '\xfd7zXZ\x00' },
  { what: 'a bzip2 archive', bytes: '1AY&SY', at: 4 },
  { what: 'a Zstandard archive', bytes: '\x28\xb5\x2f\xfd' },
  { what: 'a tar archive', bytes: '\x00ustar', at: 256 },
  { what: 'a PNG picture', bytes: '\x89PNG' },
  { what: 'a JPEG picture', bytes: '\xff\xd8\xff' },
  { what: 'a GIF picture', bytes: 'GIF8' },
  { what: 'a WebP picture', bytes: 'WEBP', at: 8 },
  { what: 'an AVI video', bytes: 'AVI ', at: 8 },
  { what: 'an MP4 video', bytes: 'ftyp', at: 4 },
  { what: 'a WebM or Matroska video', bytes: '\x1a\x45\xdf\xa3' },
  { what: 'an Ogg recording', bytes: 'OggS' },
  { what: 'a PDF document', bytes: '%PDF-' },
  { what: 'an SQLite database', bytes: 'SQLite format 3\x00' },
  { what: 'a NumPy array', bytes: '\x93NUMPY' },
  { what: 'an HDF5 file', bytes: '\x89HDF\r\n' },
  { what: 'a WebAssembly module', bytes: '\x00asm' },
  { what: 'a program', bytes: '\x7fELF' },
  { what: 'a program', bytes: 'MZ\x90\x00' },
];

/** A Python pickle of protocol 2 to 5: the protocol number is the second byte, and the last byte is a dot. */
const isPickle = (bytes: Uint8Array) =>
  bytes[0] === 0x80 && (bytes[1] ?? 0) >= 2 && (bytes[1] ?? 9) <= 5 && bytes.at(-1) === 0x2e;

/** Names the type of a binary file that Gaitlab cannot open, such as "a zip archive"; undefined if the bytes may be text. */
export function foreignBytes(bytes: Uint8Array): string | undefined {
  const found = SIGNATURES.find(({ bytes: signature, at = 0 }) =>
    Array.from(signature).every((letter, i) => bytes[at + i] === letter.charCodeAt(0)),
  );
  return found?.what ?? (isPickle(bytes) ? 'a Python pickle' : undefined);
}

/** Maximum length of a line, characters; a line of a run's log has a few hundred. */
const MAX_LINE = 20_000;

/** Whether a text has several lines and the first is a JSON object. */
function isJsonLines(text: string): boolean {
  const [first = '', ...rest] = text.split('\n', 2);
  if (rest.length === 0 || first.length > MAX_LINE || !/^\{.*\}\s*$/.test(first)) return false;
  try {
    JSON.parse(first);
    return true;
  } catch {
    return false;
  }
}

/** Names the type of a text that cannot be JSON, such as "a web page"; undefined if it may be JSON. */
export function foreignText(text: string): string | undefined {
  const start = text.slice(0, 1000).trimStart().toLowerCase();
  if (text.trim() === '') return 'empty';
  if (text.includes('\0')) return 'neither a .gait file nor text';
  if (/^<(!doctype html|html)/.test(start)) return 'a web page';
  if (/^<svg/.test(start) || /^<\?xml[^>]*\?>\s*(<!--.*?-->\s*)*<svg/s.test(start)) return 'an SVG picture';
  if (/^<\?xml/.test(start)) return 'an XML document';
  if (isJsonLines(text.trim())) return 'a list of JSON lines, such as the log of a run';
  // JSON begins with an object, array, string, number, true, false or null.
  if (!/^([[{"\-\d]|true|false|null)/.test(start)) return 'plain text, which is not JSON';
  return undefined;
}
