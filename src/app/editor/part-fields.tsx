import { useId } from 'preact/hooks';
import type { Part } from '../../creature/body-plan.ts';
import { mirrorName } from '../../creature/legs.ts';
import { eyeOn } from '../../drawing/eye.ts';
import { asLimb, limbShape } from '../../drawing/limb-shape.ts';
import { visibleText } from '../../format/visible-text.ts';
import { degrees, radians } from '../../math/degrees.ts';
import { Select } from '../widgets/select.tsx';
import type { Editor } from './editor.ts';
import { NumberRow } from './number-row.tsx';
import { words } from './words.ts';

/** Fields for the measures of a part's shape. */
function ShapeFields({ editor, part, names }: { editor: Editor; part: Part; names: readonly string[] }) {
  const { shape } = part;
  const limb = limbShape(part);
  const metre = { unit: 'm', min: 0.02, max: 4, usual: 0.3 };
  const set = (to: Part['shape']) => editor.do({ kind: 'part', names, to: { shape: to } }, words.changed);
  if (limb) {
    const widths = (to: readonly [number, number]) => {
      const measures = asLimb(part, { ...limb, widths: to });
      editor.do({ kind: 'all', edits: names.map((name) => ({ kind: 'reshape', name, to: measures })) }, words.changed);
    };
    const [top, bottom] = limb.widths;
    return (
      <>
        <NumberRow {...metre} label={words.topWidth} value={top} change={(to) => widths([to, bottom])} />
        <NumberRow {...metre} label={words.bottomWidth} value={bottom} change={(to) => widths([top, to])} />
      </>
    );
  }
  if (shape.kind === 'circle') {
    const change = (radius: number) => set({ ...shape, radius });
    return <NumberRow {...metre} label={words.radius} value={shape.radius} change={change} />;
  }
  if (shape.kind === 'polygon') return null;
  return (
    <>
      <NumberRow {...metre} label={words.width} value={shape.width} change={(width) => set({ ...shape, width })} />
      <NumberRow {...metre} label={words.height} value={shape.height} change={(height) => set({ ...shape, height })} />
    </>
  );
}

/** A name that can be changed; of a pair, both change. */
export function NameField({ editor, of, name }: { editor: Editor; of: 'parts' | 'joints'; name: string }) {
  const id = useId();
  const rename = (to: string) => {
    const pair = editor.alike(of, [name]).length === 2;
    const side = pair ? (/^(left|right) /.exec(name)?.[0] ?? '') : '';
    const full = side + to.replace(/^(left|right) /, '');
    const edits = [{ kind: 'rename', of, from: name, to: full } as const];
    if (pair) edits.push({ kind: 'rename', of, from: mirrorName(name), to: mirrorName(full) });
    if (!editor.do({ kind: 'all', edits }, words.changed)) return;
    editor.selection.value = of === 'parts' ? { parts: edits.map((edit) => edit.to) } : { parts: [], joint: full };
  };
  return (
    <div class="field">
      <label for={id}>{words.name}</label>
      <input
        id={id}
        type="text"
        maxLength={40}
        value={visibleText(name)}
        onChange={({ currentTarget }) => {
          rename(currentTarget.value.trim());
          currentTarget.value = name;
        }}
      />
    </div>
  );
}

/** Role, shape, material and drawing order of the selected parts; of several, what they share. */
export function PartFields({ editor, parts }: { editor: Editor; parts: readonly Part[] }) {
  const [id, layerId] = [useId(), useId()];
  const [first] = parts as [Part, ...Part[]];
  const names = editor.alike(
    'parts',
    parts.map(({ name }) => name),
  );
  const set = (to: Partial<Pick<Part, 'role' | 'layer' | 'density' | 'friction' | 'eye'>>) =>
    editor.do({ kind: 'part', names, to }, words.changed);
  const isOne = parts.length === 1;
  const isPair = isOne && names.length === 2;
  return (
    <div class="fields">
      {isOne && <NameField key={first.name} editor={editor} of="parts" name={first.name} />}
      <div class="field">
        <label for={id}>{words.role}</label>
        <Select id={id} value={first.role} choose={(role) => set({ role: role as Part['role'] })}>
          {Object.entries(words.roles).map(([role, text]) => (
            <option key={role} value={role}>
              {text}
            </option>
          ))}
        </Select>
      </div>
      {isOne && <ShapeFields editor={editor} part={first} names={names} />}
      <NumberRow
        label={words.density}
        unit="kg/m²"
        value={first.density}
        min={0.1}
        max={100}
        usual={2}
        change={(density) => set({ density })}
      />
      <NumberRow
        label={words.friction}
        unit=""
        value={first.friction}
        min={0}
        max={10}
        usual={0.8}
        change={(friction) => set({ friction })}
      />
      {!isPair && (
        <div class="field">
          <label for={layerId}>{words.layer}</label>
          <Select
            id={layerId}
            value={first.layer}
            choose={(layer) =>
              editor.do(
                { kind: 'part', names: parts.map(({ name }) => name), to: { layer: Number(layer) as Part['layer'] } },
                words.changed,
              )
            }
          >
            {(['1', '0', '-1'] as const).map((layer) => (
              <option key={layer} value={layer}>
                {words.layers[layer]}
              </option>
            ))}
          </Select>
        </div>
      )}
      {isOne && (
        <label class="check">
          <input
            type="checkbox"
            checked={first.eye !== undefined}
            onChange={({ currentTarget }) => {
              if (currentTarget.checked) set({ eye: eyeOn(first.shape) });
              else editor.do({ kind: 'blind', names }, words.changed);
            }}
          />
          {words.eye}
        </label>
      )}
      {isOne && (
        <NumberRow
          label={words.angle}
          unit="°"
          value={degrees(first.angle)}
          min={-180}
          max={180}
          usual={0}
          change={(to) =>
            editor.do(
              { kind: 'turn', parts: names, by: radians(to) - first.angle, around: first.position },
              words.changed,
            )
          }
        />
      )}
    </div>
  );
}
