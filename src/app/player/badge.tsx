import type { Relived } from '../../run/relive.ts';
import { words } from './words.ts';

/** Whether what is shown is what the replay says, to the last bit. */
export function Badge({ relived }: { relived: Relived }) {
  const { verified, partsAt, isRecorded, difference } = relived;
  if (verified) {
    return (
      <p class="badge" title={words.verifiedAbout}>
        <b>✓ {words.verified}</b> <span>{words.verifiedAbout}</span>
      </p>
    );
  }
  return (
    <p class="badge parted" title={difference}>
      <b>{words.parts}</b>{' '}
      <span>
        {partsAt?.test === 0 && words.partsAt(partsAt.second)} {isRecorded ? words.recorded : words.livedNow}
      </span>
    </p>
  );
}
