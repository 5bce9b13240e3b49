import { metres } from '../../amounts.ts';
import { changeLimit } from './change-limit.ts';
import type { WeightEditor } from './weight-editor.ts';
import { minus, signed, words } from './words.ts';

/** The distance with the edited weights, and its difference from the champion's. */
export function TrialResult({ editor, newest }: { editor: WeightEditor; newest: number | undefined }) {
  const champion = editor.edited.value;
  const trial = editor.trial.value;
  if (champion === undefined || trial === undefined) return null;
  const { base } = champion;
  const difference = trial.measure - base.measure;
  const isEdited = trial.edits.size > 0;
  const count = editor.edits.value.size;
  const limit = changeLimit();
  return (
    <section
      class="outcome"
      aria-live="polite"
      aria-busy={trial.edits !== editor.edits.value}
      data-measure={trial.measure}
      data-turned={trial.edits.size}
    >
      <p class="subject">
        {words.heldOf(champion.entry.generation)},{' '}
        {limit === undefined ? words.turnedCount(count) : words.ofAllowed(count, limit)}
      </p>
      <p class="distance">
        <b>{minus(metres(trial.measure))}</b>
        {isEdited && (
          <em class={Math.abs(difference) < 0.05 ? '' : difference < 0 ? 'less' : 'more'}>{signed(difference)}</em>
        )}
      </p>
      {trial.failed && <p class="hint">{words.failed}</p>}
      <div class="buttons">
        {newest !== undefined && newest > champion.entry.generation && (
          <button type="button" onClick={() => void editor.edit()}>
            {words.takeNewest}
          </button>
        )}
        <button type="button" onClick={editor.stopEditing}>
          {words.letGo}
        </button>
      </div>
    </section>
  );
}
