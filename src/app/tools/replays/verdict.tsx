import { Icon } from '../../widgets/icon.tsx';
import type { OpenedReplay } from './opened.ts';
import { words } from './words.ts';

/** What came of living it again: at once for all scenes, or for each that is not the same. */
export function Verdict({ piece, checks, fault }: Pick<OpenedReplay, 'piece' | 'checks' | 'fault'>) {
  const count = piece.scenes.length;
  const parted = checks.flatMap(({ isVerified, sentence }, i) => (isVerified ? [] : [{ scene: i + 1, sentence }]));
  const isDone = checks.length === count;
  if (fault !== '') return <p class="verdict is-parted">{fault}</p>;
  if (parted.length > 0) {
    return (
      <div class="verdict is-parted" role="status">
        {parted.map(({ scene, sentence }) => (
          <p key={scene}>{count > 1 ? words.sceneIs(scene, sentence) : sentence}</p>
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
