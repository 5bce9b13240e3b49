import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeFile } from '../../src/format/container.ts';
import { decodeText } from '../../src/format/text-decoding.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** UTF-16 without a mark. */
function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), isLittleEndian);
  return bytes;
}
const joined = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const decode = (bytes: Uint8Array) => decodeText(bytes, 'a.json');

describe('text', () => {
  it('is the same in UTF-8 and UTF-16, with a byte-order mark and without, whatever JSON is in it', () => {
    fc.assert(
      fc.property(fc.record({ key: fc.string({ unit: 'grapheme' }), list: fc.array(fc.double()) }), (value) => {
        const text = JSON.stringify(value);
        expect(decode(utf8(text))).toBe(text);
        expect(decode(joined([0xef, 0xbb, 0xbf], utf8(text)))).toBe(text);
        expect(decode(joined([0xff, 0xfe], utf16(text, true)))).toBe(text);
        expect(decode(joined([0xfe, 0xff], utf16(text, false)))).toBe(text);
        expect(decode(utf16(text, true))).toBe(text);
        expect(decode(utf16(text, false))).toBe(text);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('may be short, and longer than the maximum number of arguments', () => {
    for (const text of ['', '1', '{}', `"${'ä'.repeat(300_000)}"`]) {
      expect(decode(utf8(text))).toBe(text);
      expect(decode(joined([0xff, 0xfe], utf16(text, true)))).toBe(text);
    }
    expect(decode(utf16('{}', true))).toBe('{}');
  });

  it('is read from its place in a larger buffer', () => {
    const whole = joined([1, 2, 3], [0xff, 0xfe], utf16('[7]', true), [9]);
    expect(decode(whole.subarray(3, whole.length - 1))).toBe('[7]');
  });
});

test.each<[string, Uint8Array, string]>([
  [
    'a byte of Latin-1',
    joined(utf8('{\n"title":\n"M'), [0xfc], utf8('ller"\n}')),
    'a.json is not valid UTF-8: see line 3; save it as UTF-8',
  ],
  [
    'a letter cut short at the end',
    joined(utf8('{\n"'), [0xe2, 0x82]),
    'a.json is not valid UTF-8: see line 2; save it as UTF-8',
  ],
  [
    'an overlong letter',
    joined(utf8('"'), [0xc0, 0xaf], utf8('"')),
    'a.json is not valid UTF-8: see line 1; save it as UTF-8',
  ],
  [
    'a surrogate',
    joined(utf8('"'), [0xed, 0xa0, 0x80], utf8('"')),
    'a.json is not valid UTF-8: see line 1; save it as UTF-8',
  ],
  [
    'UTF-16 cut short',
    joined([0xff, 0xfe], utf16('{}', true), [0x20]),
    'a.json is UTF-16 text that is cut short; save it as UTF-8',
  ],
  [
    'half a letter of UTF-16',
    joined([0xfe, 0xff], utf16('"\ud83d"', false)),
    'a.json is not valid UTF-16; save it as UTF-8',
  ],
  ['UTF-32', joined([0xff, 0xfe, 0, 0], [0x7b, 0, 0, 0]), 'a.json is UTF-32 text; save it as UTF-8'],
  [
    'UTF-32, the other way round',
    joined([0, 0, 0xfe, 0xff], [0, 0, 0, 0x7b]),
    'a.json is UTF-32 text; save it as UTF-8',
  ],
  ['neither', joined([0x12, 0, 0xff, 0, 0, 0xfe]), 'a.json is neither a .gait file nor text'],
])('%s is refused in a sentence', (_what, bytes, sentence) => {
  expect(() => decode(bytes)).toThrow(new Error(sentence));
  expect(() => decodeFile(bytes, 'a.json')).toThrow(new Error(sentence));
});

test('a document is the same however its text is encoded', () => {
  const text = '{"title":"Übung"}';
  for (const bytes of [utf8(text), joined([0xef, 0xbb, 0xbf], utf8(text)), utf16(text, false)])
    expect(decodeFile(bytes, 'a.json')).toEqual({ kind: undefined, document: { title: 'Übung' } });
});
