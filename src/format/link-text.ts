import { createHash } from '../math/hash.ts';

/** Keys that mailing programs and social networks add to a link for tracking. */
const TRACKERS =
  /[?&]?\b(?:utm_\w+|mtm_\w+|pk_\w+|vero_\w+|oly_\w+|hsa_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|yclid|igsh|igshid|li_fat_id|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|_ga|_gl|ref_src|ref_url)=[^&]*/gi;

/** Punctuation after a link, from the sentence or markup around it, plain or percent-encoded by a browser. */
const TRAILING = /(?:[)\]>,.;:!?*"'`’”»]|%(?:22|27|29|2C|3E|5D|60|E2%80%99|E2%80%9D|C2%BB))+$/i;

/** Maximum length of a link for which several candidates are tried, characters. */
const MAX_VARIED_LENGTH = 100_000;

function removeEscapes(text: string): string {
  const plain = text.replace(/&amp(?:;|%3B)/gi, '&');
  if (plain.includes('=') || !/%3D/i.test(plain)) return plain;
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

/** Removes trackers with the `?` or `&` before them; a tracker at the start needs neither. */
const removeTrackers = (text: string) =>
  text.replace(TRACKERS, (found, at) => (at === 0 || /^[?&]/.test(found) ? '' : found));

/**
 * Possible original texts of a link's part after `#`, most likely first: without trackers and one layer of escaping, then
 * also without trailing punctuation. The last one ends with a comma, since a list of one number does.
 */
export function candidateTexts(hash: string): string[] {
  const text = removeTrackers(removeEscapes(hash.replace(/^#/, ''))).replace(/^&+/, '');
  // Such a long text contains all weights of a brain or is not a link; trying several candidates would be too slow.
  if (text.length > MAX_VARIED_LENGTH) return [text];
  const bare = text.replace(TRAILING, '');
  return bare === text ? [text, `${text},`] : [text, bare, `${bare},`];
}

/** Checksum of a link's decoded pairs, in order: six hexadecimal digits. It misses one change in 16 million. */
export function linkChecksum(pairs: readonly string[]): string {
  const hash = createHash();
  for (const char of pairs.join('&')) hash.add(char.codePointAt(0)!);
  return hash.digest().slice(0, 6);
}
