import { createHash } from '../math/hash.ts';

/** Keys that mailing programs and networks add to a link to count who follows it. */
const TRACKER =
  /[?&]?\b(?:utm_\w+|mtm_\w+|pk_\w+|vero_\w+|oly_\w+|hsa_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|igsh|igshid|li_fat_id|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_ga|_gl|ref_src|ref_url)=[^&]*/gi;

/** Punctuation of the sentence or the markup around a link, as it is or escaped by a browser. */
const AROUND = /(?:[)\]>,.;:!?*"'`’”»]|%(?:22|27|29|2C|3E|5D|60|E2%80%99|E2%80%9D|C2%BB))+$/i;

/** Letters of a link that is read in one way alone. */
const LONG = 100_000;

function unescaped(text: string): string {
  const plain = text.replace(/&amp(?:;|%3B)/gi, '&');
  if (plain.includes('=') || !/%3D/i.test(plain)) return plain;
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

/** The text without trackers, and without the `?` or `&` before them; the first pair needs no `&`. */
const untracked = (text: string) =>
  text.replace(TRACKER, (found, at) => (at === 0 || /^[?&]/.test(found) ? '' : found));

/**
 * What the part of a link behind `#` may have been before it was pasted, likeliest first: without trackers and one layer of
 * escaping, then also without the punctuation that stood behind it. A list of one number ends with a comma of its own.
 */
export function readingsOf(hash: string): string[] {
  const text = untracked(unescaped(hash.replace(/^#/, ''))).replace(/^&+/, '');
  // What is so long is a brain in full or no link; reading it several times takes too long.
  if (text.length > LONG) return [text];
  const bare = text.replace(AROUND, '');
  return bare === text ? [text, `${text},`] : [text, bare, `${bare},`];
}

/** Six hexadecimal digits for the decoded pairs of a link, in order. One in 16 million changes goes unseen. */
export function checkOf(pairs: readonly string[]): string {
  const hash = createHash();
  for (const char of pairs.join('&')) hash.add(char.codePointAt(0) as number);
  return hash.digest().slice(0, 6);
}
