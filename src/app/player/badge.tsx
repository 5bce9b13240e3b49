import type { Verified } from '../../../workers/verify.ts';
import { visibleText } from '../../format/visible-text.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import { words } from './words.ts';

/** Says whether the resimulation equals the replay bit for bit; if not, from which second, why, and what is shown instead. */
export function Badge({ scenes }: Verified) {
  const place = scenes.findIndex(({ verified }) => !verified);
  const different = scenes[place];
  if (different === undefined) {
    const about = scenes.length > 1 ? words.allVerified(scenes.length) : words.verifiedAbout;
    return (
      <p class="badge" title={about}>
        <b>✓ {words.verified}</b> <span>{about}</span>
      </p>
    );
  }
  const { differsAt, isRecorded, difference, otherEngine } = different;
  return (
    <p class="badge is-different" title={difference === undefined ? undefined : visibleText(difference)}>
      <b>{words.parts}</b>{' '}
      <span>
        {scenes.length > 1 && `${words.scene(place + 1)}: `}
        <SentenceText text={otherEngine === '' ? words.edited : words.otherEngine(otherEngine)} />{' '}
        {differsAt?.test === 0 && words.partsAt(differsAt.second)} {isRecorded ? words.recorded : words.livedNow}
      </span>
    </p>
  );
}
