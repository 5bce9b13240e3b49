import fc from 'fast-check';
import { holderOf, type Place, placesIn, put } from './places.ts';

/** JSON that is invalid at any place in our documents; as text, because some of it is not a JavaScript value. */
const STRANGE: readonly string[] = [
  ...['null', 'true', '-1', '0', '0.5', '-0', '1e300', '1e999', '-1e999', '9007199254740993', '4294967296', '1e-320'],
  ...[
    '""',
    '"NaN"',
    '"Infinity"',
    '"__proto__"',
    '"\\u0000"',
    '"\\ud800"',
    '"🦿\\u202e\\ufeff"',
    '"<b onload=x>"',
    '"AAAA"',
  ],
  ...[
    `"${'A'.repeat(5000)}"`,
    '[]',
    '{}',
    '[null]',
    '[[]]',
    `${'['.repeat(39)}${']'.repeat(39)}`,
    `${'['.repeat(500)}1${']'.repeat(500)}`,
  ],
  ...['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}', '{"toString":1,"valueOf":null}'],
  ...[
    '{"length":4294967295}',
    '{"$":"float64","of":"AAAAAAAA+H8="}',
    '{"$":"numbers","of":"AAAA"}',
    '{"$":"rows","of":{"a":[1,2],"b":[1]}}',
  ],
  `[${new Array(300).fill('0').join()}]`,
];
/** Keys that reach for what every object has. */
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', '0', 'length', 'version'];
/** Pieces of text that mean something to one reader or another. */
const PIECES = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '\\u',
    '~',
    '%',
    '%E0%A4%A',
    '&',
    '=',
    '#',
    '.',
    '+',
    '-',
    '\u0000',
    '\ud800',
  ],
  ...[
    '🦿',
    '\u202e',
    '\ufeff',
    '1e999',
    '-1',
    'NaN',
    'null',
    '&__proto__=1',
    '&task.__proto__=~{}',
    '&constructor=1',
    '&start.genome=',
  ],
  ...['"__proto__":{},', '['.repeat(200), '{"a":'.repeat(200), '9'.repeat(400)],
];

/** In a document's text such a value stands for the JSON behind it. */
const RAW = '\u2060raw:';
const asText = (document: unknown) =>
  JSON.stringify(document).replace(/"\u2060raw:(\d+)"/g, (_all, index: string) => STRANGE[Number(index)] as string);

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const at = fc.nat(0xffffff);

/** One change of a document; numbers are taken modulo what there is. */
type Change = (document: unknown, places: readonly Place[]) => void;

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ at, what: fc.nat(STRANGE.length - 1) }).map(
      ({ at, what }): Change =>
        (document, places) =>
          put(document, places[at % places.length] as Place, `${RAW}${what}`),
    ),
  },
  {
    weight: 2,
    arbitrary: at.map(
      (at): Change =>
        (document, places) => {
          const place = places[at % places.length] as Place;
          delete holderOf(document, place)[place.at(-1) as string];
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ at, key: fc.constantFrom(...KEYS), what: fc.nat(STRANGE.length - 1) }).map(
      ({ at, key, what }): Change =>
        (document, places) => {
          const holder = holderOf(document, places[at % places.length] as Place);
          Object.defineProperty(holder, key, {
            value: `${RAW}${what}`,
            enumerable: true,
            configurable: true,
            writable: true,
          });
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(at, at).map(
      ([from, to]): Change =>
        (document, places) => {
          const [a, b] = [places[from % places.length] as Place, places[to % places.length] as Place];
          put(document, b, clone(holderOf(document, a)[a.at(-1) as string] ?? null));
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(at, fc.integer({ min: 2, max: 300 })).map(
      ([at, count]): Change =>
        (document, places) => {
          const place = places[at % places.length] as Place;
          const value = holderOf(document, place)[place.at(-1) as string] ?? null;
          put(document, place, new Array(count).fill(clone(value)));
        },
    ),
  },
);

/** A document's text after one to three changes, or something else instead. */
export function changedDocuments(document: unknown): fc.Arbitrary<string> {
  const places = placesIn(document);
  const changed = fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = clone(document);
    for (const each of changes) {
      try {
        each(copy, places);
      } catch {
        // An earlier change took away where this one was to be.
      }
    }
    return asText(copy);
  });
  return fc.oneof({ weight: 30, arbitrary: changed }, { weight: 1, arbitrary: fc.constantFrom(...STRANGE) });
}

/** A text with pieces put in, taken out or put in another's place; cut short, doubled, empty. */
export function changedTexts(text: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at,
    length: fc.nat(12),
    piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })),
  });
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) =>
        edits.reduce((now, { at, length, piece }) => {
          const place = at % (now.length + 1);
          return now.slice(0, place) + piece + now.slice(place + length);
        }, text),
      ),
    },
    { weight: 2, arbitrary: at.map((at) => text.slice(0, at % (text.length + 1))) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', '\u0000', text + text, text.toUpperCase()) },
  );
}

/** Bytes with bits turned round, pieces overwritten or taken out; cut short, doubled, empty, or any others. */
export function changedBytes(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({ at, take: fc.nat(8), put: fc.uint8Array({ maxLength: 8 }) });
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.array(fc.tuple(at, fc.nat(7)), { minLength: 1, maxLength: 4 }).map((flips) => {
        const copy = bytes.slice();
        for (const [at, bit] of flips) copy[at % copy.length]! ^= 1 << bit;
        return copy;
      }),
    },
    // The header most of all.
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.nat(15), fc.nat(255))
        .map(([at, byte]) => bytes.map((each, i) => (i === at ? byte : each))),
    },
    {
      weight: 3,
      arbitrary: edit.map(({ at, take, put }) => {
        const place = at % (bytes.length + 1);
        return new Uint8Array(Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + take)]));
      }),
    },
    { weight: 2, arbitrary: at.map((at) => bytes.slice(0, at % (bytes.length + 1))) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }) },
    { weight: 1, arbitrary: fc.constantFrom(new Uint8Array(), new Uint8Array(Buffer.concat([bytes, bytes]))) },
  );
}
