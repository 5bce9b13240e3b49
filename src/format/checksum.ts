/** Adler-32 (RFC 1950) of bytes, which detects damaged files. */
export function checksum(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let at = 0; at < bytes.length; ) {
    // Taking the modulo every 3800 bytes keeps both sums below 2^31.
    const end = Math.min(bytes.length, at + 3800);
    for (; at < end; at++) {
      a += bytes[at]!;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return b * 65536 + a;
}
