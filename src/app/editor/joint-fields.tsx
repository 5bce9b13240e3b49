import type { Joint } from '../../creature/body-plan.ts';
import type { JointChange } from '../../drawing/edit.ts';
import { degrees, radians } from '../../math/degrees.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import type { Editor } from './editor.ts';
import { NumberRow } from './number-row.tsx';
import { NameField } from './part-fields.tsx';
import { words } from './words.ts';

/** Degrees to a tenth. */
const shown = (angle: number) => Math.round(10 * degrees(angle)) / 10;

/** Limits, torque and speed of a joint. */
export function JointFields({ editor, joint }: { editor: Editor; joint: Joint }) {
  const { name, parent, child, limits, torque, speed } = joint;
  const names = editor.alike('joints', [name]);
  const set = (to: JointChange) => editor.do({ kind: 'joint', names, to }, words.changed);
  const [lower, upper] = limits;
  return (
    <div class="fields">
      <NameField key={name} editor={editor} of="joints" name={name} />
      <p class="note">
        <SentenceText text={words.joins(parent, child)} />
      </p>
      <NumberRow
        label={words.lower}
        unit="°"
        value={shown(lower)}
        min={-180}
        max={180}
        usual={0}
        change={(to) => set({ limits: [Math.min(radians(to), upper), upper] })}
      />
      <NumberRow
        label={words.upper}
        unit="°"
        value={shown(upper)}
        min={-180}
        max={180}
        usual={0}
        change={(to) => set({ limits: [lower, Math.max(radians(to), lower)] })}
      />
      <NumberRow
        label={words.torque}
        unit="N·m"
        value={torque}
        min={0}
        max={1000}
        usual={60}
        change={(to) => set({ torque: to })}
      />
      <NumberRow
        label={words.speed}
        unit="rad/s"
        value={speed}
        min={0}
        max={20}
        usual={5}
        change={(to) => set({ speed: to })}
      />
    </div>
  );
}
