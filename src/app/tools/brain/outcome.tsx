import { metres } from '../../amounts.ts';
import { minus, signed, words } from './words.ts';
import type { WeightEditor } from './workbench.ts';

/** What came of the knobs that were turned: how far it comes now, and how much that is more or less. */
export function Outcome({ bench, newest }: { bench: WeightEditor; newest: number | undefined }) {
  const held = bench.held.value;
  const trial = bench.trial.value;
  if (held === undefined || trial === undefined) return null;
  const { base } = held;
  const difference = trial.measure - base.measure;
  const isTurned = trial.turned.size > 0;
  return (
    <section
      class="outcome"
      aria-live="polite"
      aria-busy={trial.turned !== bench.turned.value}
      data-measure={trial.measure}
      data-turned={trial.turned.size}
    >
      <p class="who">
        {words.heldOf(held.entry.generation)}, {words.turnedCount(bench.turned.value.size)}
      </p>
      <p class="far">
        <b>{minus(metres(trial.measure))}</b>
        {isTurned && (
          <em class={Math.abs(difference) < 0.05 ? '' : difference < 0 ? 'less' : 'more'}>{signed(difference)}</em>
        )}
      </p>
      {trial.failed && <p class="hint">{words.failed}</p>}
      <div class="buttons">
        {newest !== undefined && newest > held.entry.generation && (
          <button type="button" onClick={() => void bench.take()}>
            {words.takeNewest}
          </button>
        )}
        <button type="button" onClick={bench.letGo}>
          {words.letGo}
        </button>
      </div>
    </section>
  );
}
