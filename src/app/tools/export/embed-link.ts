import { LINK_LIMIT, replayToLink } from '../../../format/replay-link.ts';
import { replayOf } from '../../../run/replay.ts';
import type { Session } from '../../session/session.ts';
import { creatureColour } from '../../stage/creature-colour.ts';

/** The address of the player, beside this page. */
const playerUrl = () => new URL('player.html', location.href.replace(/[?#].*$/, ''));

/** An embedded page's address may be this many times as long as a link that is sent in messages. */
const LENGTH_FACTOR = 4;

/** The address of a player with a generation's champion; undefined without a champion, or if its link is too long. */
export async function playerOf(session: Session, generation: number): Promise<string | undefined> {
  const champion = await session.resimulate(generation);
  if (champion === undefined) return undefined;
  const colour = creatureColour.peek();
  const link = replayToLink({
    ...replayOf(session.experiment.peek(), champion),
    ...(colour !== undefined && { colour }),
  });
  const address = `${playerUrl()}#r=${link}`;
  return address.length > LENGTH_FACTOR * LINK_LIMIT ? undefined : address;
}

/** The HTML that embeds the player in a page. */
export function snippetOf(address: string, title: string): string {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${address}" title="${escaped}" width="640" height="420" style="border:0" allow="fullscreen" loading="lazy"></iframe>`;
}
