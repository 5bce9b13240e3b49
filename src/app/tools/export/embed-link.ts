import { LINK_LIMIT, replayToLink } from '../../../format/replay-link.ts';
import { replayOf } from '../../../run/replay.ts';
import type { Session } from '../../session/session.ts';

/** The player's address, where this page lies. */
const player = () => new URL('player.html', location.href.replace(/[?#].*$/, ''));

/** The address of a player of a generation's champion; undefined when there is none, or its brain is too large for a link. */
export async function playerOf(session: Session, generation: number): Promise<string | undefined> {
  const champion = await session.relive(generation);
  if (champion === undefined) return undefined;
  const link = replayToLink(replayOf(session.experiment.peek(), champion));
  const address = `${player()}#r=${link}`;
  // A page that embeds has no such limit as a message has; a link larger than that many times is a file.
  return address.length > MOST * LINK_LIMIT ? undefined : address;
}

/** An address in a page may be so many times as long as one that is sent about. */
const MOST = 8;

/** What a page needs to show the player. */
export function snippetOf(address: string, title: string): string {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${address}" title="${escaped}" width="640" height="420" style="border:0" allow="fullscreen" loading="lazy"></iframe>`;
}
