import { SentenceText } from '../../widgets/file-text.tsx';
import type { SweepState } from './sweep-state.ts';
import { duration, words } from './words.ts';

/** Progress of the sweep, with the button that stops it. */
export function SweepProgress({ state, edit }: { state: SweepState; edit(): void }) {
  const outcomes = state.outcomes.value;
  const isRunning = state.isRunning.value;
  const left = state.secondsLeft.value;
  const share = outcomes.reduce((sum, each) => sum + each.share, 0) / Math.max(1, outcomes.length);
  const doneCount = outcomes.filter((each) => each.share === 1).length;
  const fault = state.fault.value;
  const isCut = !isRunning && doneCount < outcomes.length;
  return (
    <div class="sweep-progress">
      <progress max={1} value={share} aria-label={words.done(doneCount, outcomes.length)} />
      <div class="go">
        {isRunning ? (
          <button type="button" class="primary" onClick={state.stop}>
            {words.stop}
          </button>
        ) : (
          <button type="button" class="primary" onClick={edit}>
            {words.again}
          </button>
        )}
        <span>
          {words.done(doneCount, outcomes.length)}
          {isRunning && left !== undefined && `, ${words.left(duration(left))}`}
        </span>
      </div>
      <p role="status">
        <SentenceText
          text={isRunning ? words.waits : fault ? `${words.failed} ${fault}` : isCut ? words.stopped : ''}
        />
      </p>
    </div>
  );
}
