import type { SweepState } from './sweep-state.ts';
import { duration, words } from './words.ts';

/** How far the sweep has come, and the way to stop it. */
export function Progress({ trial, edit }: { trial: SweepState; edit(): void }) {
  const outcomes = trial.outcomes.value;
  const isRunning = trial.isRunning.value;
  const left = trial.secondsLeft.value;
  const share = outcomes.reduce((sum, each) => sum + each.share, 0) / Math.max(1, outcomes.length);
  const doneCount = outcomes.filter((each) => each.share === 1).length;
  const fault = trial.fault.value;
  const isCut = !isRunning && doneCount < outcomes.length;
  return (
    <div class="sweep-progress">
      <progress max={1} value={share} aria-label={words.done(doneCount, outcomes.length)} />
      <div class="go">
        {isRunning ? (
          <button type="button" class="primary" onClick={trial.stop}>
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
      <p role="status">{isRunning ? words.waits : fault ? `${words.failed} ${fault}` : isCut ? words.stopped : ''}</p>
    </div>
  );
}
