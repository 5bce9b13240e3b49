import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { totalMass } from '../../creature/anatomy.ts';
import { distinct } from '../../drawing/handles.ts';
import { FileText } from '../widgets/file-text.tsx';
import { bodyName } from './body-name.ts';
import type { Editor } from './editor.ts';
import { Findings } from './findings.tsx';
import { JointFields } from './joint-fields.tsx';
import { MuscleList } from './muscle-list.tsx';
import { NumberRow } from './number-row.tsx';
import { PartFields } from './part-fields.tsx';
import { words } from './words.ts';

/** The creature's own name and what it is made of. */
function BodyFields({ editor }: { editor: Editor }) {
  const id = useId();
  const { title, parts, joints } = editor.drawing.value;
  const mass = totalMass(parts);
  return (
    <div class="fields">
      <div class="field">
        <label for={id}>{words.name}</label>
        <input
          id={id}
          type="text"
          maxLength={60}
          value={title}
          onChange={({ currentTarget }) => {
            const to = currentTarget.value.trim();
            if (to !== '') editor.do({ kind: 'about', to: { title: to, name: bodyName(to) } }, words.changed);
            currentTarget.value = editor.drawing.value.title;
          }}
        />
      </div>
      <p class="note">{words.bodyIn(parts.length, joints.length, mass)}</p>
      <NumberRow
        label={words.limbWidth}
        unit="m"
        value={editor.width.value}
        min={0.05}
        max={1}
        usual={0.2}
        change={(to) => {
          editor.width.value = to;
        }}
      />
      {parts.length > 0 && <p class="note">{words.nothingSelected}</p>}
    </div>
  );
}

/** What is selected, and what the lint finds. */
export function SidePanel({ editor, marked }: { editor: Editor; marked: Signal<readonly string[]> }) {
  const drawing = editor.drawing.value;
  const { parts: names, joint: jointName } = editor.selection.value;
  const joint = drawing.joints.find(({ name }) => name === jointName);
  const parts = drawing.parts.filter(({ name }) => distinct(names).includes(name));
  const [only] = parts;
  const title = joint ? words.joint : parts.length > 1 ? words.parts(parts.length) : words.part;
  return (
    <aside class="side">
      <Findings editor={editor} marked={marked} />
      <section aria-labelledby="editor-fields">
        <h3 id="editor-fields">
          {!joint && parts.length === 0 ? words.aboutBody : title}
          {(joint ?? (parts.length === 1 && only)) && (
            <>
              {' '}
              <b>
                <FileText text={(joint ?? only)!.name} />
              </b>
            </>
          )}
        </h3>
        {joint ? (
          <JointFields editor={editor} joint={joint} />
        ) : parts.length > 0 ? (
          <>
            <PartFields editor={editor} parts={parts} />
            <MuscleList editor={editor} of={parts} />
          </>
        ) : (
          <>
            <BodyFields editor={editor} />
            <MuscleList editor={editor} of={drawing.parts} />
          </>
        )}
      </section>
    </aside>
  );
}
