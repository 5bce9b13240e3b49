import type { ReadonlySignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type Knob, limitOf } from '../../net/knobs.ts';
import type { NetActivity } from '../../net/net-activity.ts';
import { nameOfKnob } from '../../net/node-names.ts';
import { Select } from '../../widgets/select.tsx';
import type { Hover } from './hover.ts';
import type { WeightEditor } from './weight-editor.ts';
import { weight, words } from './words.ts';

export interface KnobPanelProps {
  activity: ReadonlySignal<NetActivity | undefined>;
  hover: Hover;
  editor: WeightEditor;
}

/** Selects a weight by two menus: its node, then its input. */
function KnobChoice({ activity: { knobs, names }, hover }: { activity: NetActivity; hover: Hover }) {
  const selected = hover.selected.value;
  const to = selected?.to ?? hover.focus.value;
  const nodes = [...new Set(knobs.map((knob) => knob.to))];
  const own = knobs.filter((knob) => knob.to === to);
  const pick = (knob: Knob | undefined) => knob && hover.pick(knob);
  const id = useId();
  return (
    <div class="knob-choice">
      <label for={`${id}-into`}>
        <span>{words.into}</span>
        <Select
          id={`${id}-into`}
          value={own[0]?.to ?? ''}
          choose={(text) => pick(knobs.find((knob) => String(knob.to) === text))}
        >
          <option value="">{words.choose}</option>
          {nodes.map((node) => (
            <option key={node} value={node}>
              {names[node]}
            </option>
          ))}
        </Select>
      </label>
      <label for={`${id}-from`}>
        <span>{words.from}</span>
        <Select
          id={`${id}-from`}
          value={selected?.parameter ?? ''}
          disabled={own.length === 0}
          choose={(text) => pick(own.find(({ parameter }) => String(parameter) === text))}
        >
          <option value="">{words.choose}</option>
          {own.map(({ parameter, from, name }) => (
            <option key={parameter} value={parameter}>
              {from === undefined ? words.own(name) : names[from]}
            </option>
          ))}
        </Select>
      </label>
    </div>
  );
}

/** A slider for one weight, with a mark at the champion's value. */
function KnobSlider({ activity, knob, editor }: { activity: NetActivity; knob: Knob; editor: WeightEditor }) {
  const genome = editor.edited.value?.entry.genome ?? activity.genome;
  const before = genome[knob.parameter]!;
  const value = editor.turned.value.get(knob.parameter) ?? before;
  const limit = Math.max(limitOf(activity.knobs, genome), Math.abs(value));
  const share = (before + limit) / (2 * limit);
  return (
    <div class="knob">
      <p>
        <span>{words.was(weight(before))}</span>
        <output>{weight(value)}</output>
      </p>
      <div class="weight-slider" style={{ '--champion': share }}>
        <input
          type="range"
          aria-label={`${words.value}: ${nameOfKnob(knob, activity.names)}`}
          aria-valuetext={weight(value)}
          min={-limit}
          max={limit}
          step="any"
          value={value}
          disabled={editor.edited.value === undefined}
          onInput={({ currentTarget }) => editor.turn(knob.parameter, currentTarget.valueAsNumber)}
        />
      </div>
    </div>
  );
}

/** Edits weights: the selected one, ten at random, and all back. */
export function KnobPanel({ activity, hover, editor }: KnobPanelProps) {
  const seen = activity.value;
  if (seen === undefined) return null;
  const knob = hover.selected.value;
  const turned = editor.turned.value.size;
  const turnTen = async () => {
    if (editor.edited.value === undefined) await editor.take(seen.generation);
    editor.turnTen();
  };
  return (
    <section class="knobs" aria-label={words.knobTitle}>
      <KnobChoice activity={seen} hover={hover} />
      {knob ? (
        <KnobSlider activity={seen} knob={knob} editor={editor} />
      ) : (
        <p class="hint">{words.knobsAbout(seen.knobs.length)}</p>
      )}
      <div class="buttons">
        {knob && (
          <button
            type="button"
            disabled={!editor.turned.value.has(knob.parameter)}
            onClick={() => editor.turnBack(knob.parameter)}
          >
            {words.turnBack}
          </button>
        )}
        <button type="button" title={words.mutation} onClick={turnTen}>
          {words.turnTen}
        </button>
        <button type="button" disabled={turned === 0} onClick={editor.turnAllBack}>
          {words.turnAllBack}
        </button>
      </div>
      <p class="hint">{words.mutation}</p>
    </section>
  );
}
