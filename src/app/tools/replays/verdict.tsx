import { SentenceText } from '../../widgets/file-text.tsx';
import { Icon } from '../../widgets/icon.tsx';
import type { OpenedReplay } from './opened-replay.ts';
import { words } from './words.ts';

/** The verdict: one sentence if all scenes are equal, else one for each that differs. */
export function Verdict({ bundle, checks, fault }: Pick<OpenedReplay, 'bundle' | 'checks' | 'fault'>) {
  const count = bundle.scenes.length;
  const different = checks.flatMap(({ isVerified, sentence }, i) => (isVerified ? [] : [{ scene: i + 1, sentence }]));
  const isDone = checks.length === count;
  if (fault !== '')
    return (
      <p class="verdict is-different">
        <SentenceText text={fault} />
      </p>
    );
  if (different.length > 0) {
    return (
      <div class="verdict is-different" role="status">
        {different.map(({ scene, sentence }) => (
          <p key={scene}>
            <SentenceText text={count > 1 ? words.sceneIs(scene, sentence) : sentence} />
          </p>
        ))}
      </div>
    );
  }
  const waits = count > 1 ? words.checkedSome(checks.length, count) : words.checking;
  return (
    <p class={isDone ? 'verdict is-verified' : 'verdict'} role="status">
      {isDone && <Icon name="check" />}
      {isDone ? (count > 1 ? words.allVerified(count) : words.verified) : waits}
    </p>
  );
}
