import { inflateRawSync } from 'node:zlib';

/** The text that was compressed. Throws an Error that starts with `where` when there is none, or more than `maxBytes` bytes of it. */
export function inflated(bytes: Buffer, maxBytes: number, where: string): string {
  try {
    return inflateRawSync(bytes, { maxOutputLength: maxBytes }).toString();
  } catch (error) {
    const isLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Error(`${where} ${isLong ? `has more than ${maxBytes} bytes` : 'is not compressed'}`);
  }
}
