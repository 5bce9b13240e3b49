/** Adler-32 (RFC 1950) of bytes: tells a damaged file from a whole one. */
export function checksum(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let at = 0; at < bytes.length; ) {
    // So many sums fit before they have to be brought down.
    const end = Math.min(bytes.length, at + 3800);
    for (; at < end; at++) {
      a += bytes[at] as number;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return b * 65536 + a;
}
