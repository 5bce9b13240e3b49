import type { Part } from '../../creature/body-plan.ts';
import { type Muscle, musclesOf } from '../../creature/muscle.ts';
import type { MuscleChange } from '../../drawing/edit.ts';
import { withMates } from '../../drawing/pairs.ts';
import { FileText, SentenceText } from '../widgets/file-text.tsx';
import type { Editor } from './editor.ts';
import { NumberRow } from './number-row.tsx';
import { words } from './words.ts';

function MuscleFields({ editor, muscle }: { editor: Editor; muscle: Muscle }) {
  const { name, from, to, rest, strength, speed, pushes = false } = muscle;
  const names = editor.isAlike.value ? withMates(musclesOf(editor.drawing.value), [name]) : [name];
  const set = (change: MuscleChange) => editor.do({ kind: 'muscle', names, to: change }, words.changed);
  return (
    <details class="muscle">
      <summary>
        <FileText text={name} />
      </summary>
      <p class="note">
        <SentenceText text={words.muscleBetween(from, to)} />
      </p>
      <NumberRow
        label={words.muscleStrength}
        unit="N"
        value={strength}
        min={0}
        max={2000}
        usual={200}
        change={(value) => set({ strength: value })}
      />
      <NumberRow
        label={words.muscleRest}
        unit="m"
        value={rest}
        min={0.02}
        max={3}
        usual={0.4}
        change={(value) => set({ rest: value })}
      />
      <NumberRow
        label={words.speed}
        unit="m/s"
        value={speed}
        min={0.1}
        max={20}
        usual={2}
        change={(value) => set({ speed: value })}
      />
      <label class="check">
        <input type="checkbox" checked={pushes} onChange={() => set({ pushes: !pushes })} />
        {words.musclePushes}
      </label>
      <button
        type="button"
        onClick={() => editor.do({ kind: 'remove', parts: [], joints: [], muscles: names }, words.removed(names))}
      >
        {words.remove}
      </button>
    </details>
  );
}

/** The muscles that are fixed to some parts. */
export function MuscleList({ editor, of }: { editor: Editor; of: readonly Part[] }) {
  const names = of.map(({ name }) => name);
  const muscles = musclesOf(editor.drawing.value).filter(({ from, to }) => names.includes(from) || names.includes(to));
  if (muscles.length === 0) return null;
  return (
    <div class="muscles">
      <h4>{words.muscles}</h4>
      {muscles.map((muscle) => (
        <MuscleFields key={muscle.name} editor={editor} muscle={muscle} />
      ))}
    </div>
  );
}
