import { base64urlnopad, utf8 } from '@scure/base';
import { checksum } from '../../src/format/checksum.ts';
import { KINDS, type Kind } from '../../src/format/container.ts';
import { deflate, inflate } from '../../src/format/deflate.ts';

/** Any text as the bytes of a `.gait` file with a valid checksum, as an attacker can make it. */
export function sealText(kind: Kind, text: string): Uint8Array {
  const plain = new TextEncoder().encode(text);
  const packed = deflate(plain, true);
  const bytes = new Uint8Array(16 + packed.length);
  bytes.set([0x47, 0x41, 0x49, 0x54]);
  bytes.set(packed, 16);
  const view = new DataView(bytes.buffer);
  view.setUint16(4, 1, true);
  view.setUint16(6, KINDS.indexOf(kind), true);
  view.setUint32(8, checksum(packed), true);
  view.setUint32(12, plain.length, true);
  return bytes;
}

/** A replay link taken apart: the line of JSON at its head, and the numbers after it. */
export interface LinkPieces {
  head: unknown;
  exponents: Uint8Array;
  rest: Uint8Array;
}

export function linkPieces(link: string): LinkPieces {
  const bytes = base64urlnopad.decode(link).subarray(0, -4);
  const end = 2 + bytes[0]! + 256 * bytes[1]!;
  const unpacked = inflate(bytes.subarray(2, end), 600_000);
  const line = unpacked.indexOf(10);
  return {
    head: JSON.parse(utf8.encode(unpacked.subarray(0, line))),
    exponents: unpacked.subarray(line + 1),
    rest: bytes.subarray(end),
  };
}

/** And put together again with another head, its checksum right. */
export function linkOf(head: string, { exponents, rest }: LinkPieces): string {
  const packed = deflate(Buffer.concat([new TextEncoder().encode(`${head}\n`), exponents]));
  return withChecksum(Buffer.concat([Uint8Array.of(packed.length, packed.length >> 8), packed, rest]));
}

/** Whatever bytes, as a link whose checksum is right. */
export function withChecksum(whole: Uint8Array): string {
  const sum = checksum(whole);
  return base64urlnopad.encode(
    new Uint8Array(Buffer.concat([whole, Uint8Array.of(sum, sum >>> 8, sum >>> 16, sum >>> 24)])),
  );
}
