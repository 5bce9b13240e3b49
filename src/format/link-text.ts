import { createHash } from '../math/hash.ts';

/** Keys that mailing programs and social networks add to a link for tracking. */
const TRACKER =
  /[?&]?\b(?:utm_\w+|mtm_\w+|pk_\w+|vero_\w+|oly_\w+|hsa_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|igsh|igshid|li_fat_id|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_ga|_gl|ref_src|ref_url)=[^&]*/gi;

/** Punctuation of the sentence or markup after a link, plain or percent-encoded by a browser. */
const AROUND = /(?:[)\]>,.;:!?*"'`’”»]|%(?:22|27|29|2C|3E|5D|60|E2%80%99|E2%80%9D|C2%BB))+$/i;

/** Maximum length of a link for which several readings are tried, characters. */
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

/** Removes trackers with the `?` or `&` before them; a tracker at the start needs neither. */
const untracked = (text: string) =>
  text.replace(TRACKER, (found, at) => (at === 0 || /^[?&]/.test(found) ? '' : found));

/**
 * Possible original texts of a link's part after `#`, most likely first: without trackers and one layer of escaping, then
 * also without trailing punctuation. The last reading ends with a comma, since a list of one number does.
 */
export function readingsOf(hash: string): string[] {
  const text = untracked(unescaped(hash.replace(/^#/, ''))).replace(/^&+/, '');
  // Such a long text contains all weights of a brain or is no link; several readings would be too slow.
  if (text.length > LONG) return [text];
  const bare = text.replace(AROUND, '');
  return bare === text ? [text, `${text},`] : [text, bare, `${bare},`];
}

/** Checksum of a link's decoded pairs, in order: six hexadecimal digits. It misses one change in 16 million. */
export function checkOf(pairs: readonly string[]): string {
  const hash = createHash();
  for (const char of pairs.join('&')) hash.add(char.codePointAt(0) as number);
  return hash.digest().slice(0, 6);
}
