import type { ReadonlySignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { NetActivity } from '../../net/net-activity.ts';
import { maxMagnitude, type NetParameter } from '../../net/net-parameters.ts';
import { parameterName } from '../../net/node-names.ts';
import { Select } from '../../widgets/select.tsx';
import type { Hover } from './hover.ts';
import type { WeightEditor } from './weight-editor.ts';
import { weight, words } from './words.ts';

export interface WeightPanelProps {
  activity: ReadonlySignal<NetActivity | undefined>;
  hover: Hover;
  editor: WeightEditor;
}

/** Selects a weight by two menus: its node, then its input. */
function WeightChoice({ activity: { parameters, names }, hover }: { activity: NetActivity; hover: Hover }) {
  const selected = hover.selected.value;
  const to = selected?.to ?? hover.focus.value;
  const nodes = [...new Set(parameters.map((parameter) => parameter.to))];
  const own = parameters.filter((parameter) => parameter.to === to);
  const pick = (parameter: NetParameter | undefined) => parameter && hover.pick(parameter);
  const id = useId();
  return (
    <div class="knob-choice">
      <label for={`${id}-into`}>
        <span>{words.into}</span>
        <Select
          id={`${id}-into`}
          value={own[0]?.to ?? ''}
          choose={(text) => pick(parameters.find((parameter) => String(parameter.to) === text))}
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
          value={selected?.index ?? ''}
          disabled={own.length === 0}
          choose={(text) => pick(own.find(({ index }) => String(index) === text))}
        >
          <option value="">{words.choose}</option>
          {own.map(({ index, from, name }) => (
            <option key={index} value={index}>
              {from === undefined ? words.own(name) : names[from]}
            </option>
          ))}
        </Select>
      </label>
    </div>
  );
}

/** A slider for one weight, with a mark at the champion's value. */
function WeightSlider({
  activity,
  parameter,
  editor,
}: {
  activity: NetActivity;
  parameter: NetParameter;
  editor: WeightEditor;
}) {
  const genome = editor.edited.value?.entry.genome ?? activity.genome;
  const before = genome[parameter.index]!;
  const value = editor.edits.value.get(parameter.index) ?? before;
  const limit = Math.max(maxMagnitude(activity.parameters, genome), Math.abs(value));
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
          aria-label={`${words.value}: ${parameterName(parameter, activity.names)}`}
          aria-valuetext={weight(value)}
          min={-limit}
          max={limit}
          step="any"
          value={value}
          disabled={editor.edited.value === undefined}
          onInput={({ currentTarget }) => editor.setWeight(parameter.index, currentTarget.valueAsNumber)}
        />
      </div>
    </div>
  );
}

/** Edits weights: sets the selected one, mutates ten at random, resets all. */
export function WeightPanel({ activity, hover, editor }: WeightPanelProps) {
  const seen = activity.value;
  if (seen === undefined) return null;
  const parameter = hover.selected.value;
  const editCount = editor.edits.value.size;
  const mutateTen = async () => {
    if (editor.edited.value === undefined) await editor.edit(seen.generation);
    editor.mutateTen();
  };
  return (
    <section class="knobs" aria-label={words.knobTitle}>
      <WeightChoice activity={seen} hover={hover} />
      {parameter ? (
        <WeightSlider activity={seen} parameter={parameter} editor={editor} />
      ) : (
        <p class="hint">{words.knobsAbout(seen.parameters.length)}</p>
      )}
      <div class="buttons">
        {parameter && (
          <button
            type="button"
            disabled={!editor.edits.value.has(parameter.index)}
            onClick={() => editor.resetWeight(parameter.index)}
          >
            {words.turnBack}
          </button>
        )}
        <button type="button" title={words.mutation} onClick={mutateTen}>
          {words.mutateTen}
        </button>
        <button type="button" disabled={editCount === 0} onClick={editor.resetAll}>
          {words.turnAllBack}
        </button>
      </div>
      <p class="hint">{words.mutation}</p>
    </section>
  );
}
