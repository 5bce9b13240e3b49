import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Clip } from '../../view/playback.ts';
import { metres } from '../amounts.ts';
import type { Session } from '../session/session.ts';
import { strings } from '../strings.ts';
import { SentenceText } from '../widgets/file-text.tsx';

/** Milliseconds between two announcements. */
const EVERY = 5000;

/** Announces what is on the stage to screen readers, every few seconds. */
export function LiveRegion({ onStage, session }: { onStage: ReadonlySignal<Clip | undefined>; session: Session }) {
  const words = useSignal('');
  useEffect(() => {
    const timer = setInterval(() => {
      const seen = onStage.value?.words ?? '';
      const best = session.best.value;
      words.value = best === undefined ? seen : `${seen} ${strings.best}: ${metres(best)}.`;
    }, EVERY);
    return () => clearInterval(timer);
  }, [onStage, session, words]);
  return (
    <p class="unseen" role="status">
      <SentenceText text={words.value} />
    </p>
  );
}
