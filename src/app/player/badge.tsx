import type { Verified } from '../../../workers/verify.ts';
import { words } from './words.ts';

/** Whether what is shown is what the replay says, to the last bit; and if not, since when, why, and what is seen instead. */
export function Badge({ scenes }: Verified) {
  const place = scenes.findIndex(({ verified }) => !verified);
  const parted = scenes[place];
  if (parted === undefined) {
    const about = scenes.length > 1 ? words.allVerified(scenes.length) : words.verifiedAbout;
    return (
      <p class="badge" title={about}>
        <b>✓ {words.verified}</b> <span>{about}</span>
      </p>
    );
  }
  const { differsAt: partsAt, isRecorded, difference, otherEngine } = parted;
  return (
    <p class="badge parted" title={difference}>
      <b>{words.parts}</b>{' '}
      <span>
        {scenes.length > 1 && `${words.scene(place + 1)}: `}
        {otherEngine === '' ? words.edited : words.otherEngine(otherEngine)}{' '}
        {partsAt?.test === 0 && words.partsAt(partsAt.second)} {isRecorded ? words.recorded : words.livedNow}
      </span>
    </p>
  );
}
