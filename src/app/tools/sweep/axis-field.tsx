import { useId } from 'preact/hooks';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { type Sweepable, sweepables, valueIn, valueText } from '../../../run/sweep/sweepable.ts';
import { Select } from '../../widgets/select.tsx';
import { type AxisDraft, axisOver, NO_AXIS, splitValues } from './draft.ts';
import { valueLabel } from './labels.ts';
import { words } from './words.ts';

export interface AxisFieldProps {
  label: string;
  axis: AxisDraft;
  experiment: Experiment;
  /** Path of the other axis, which cannot be chosen here. */
  taken: string;
  /** Whether the axis may be left out. */
  isOptional: boolean;
  set(axis: AxisDraft): void;
}

const GROUPS = ['names', 'optimizer', 'task', 'brain', 'run'] as const;

/** A checkbox for each value of a choice or a flag. */
function ValueBoxes({ of, axis, set }: { of: Sweepable; axis: AxisDraft; set(axis: AxisDraft): void }) {
  const kind = of.setting.of;
  const options = kind.kind === 'choice' ? kind.options : ['true', 'false'];
  const chosen = splitValues(axis.text);
  const toggle = (option: string) =>
    options.filter((each) => (each === option ? !chosen.includes(each) : chosen.includes(each))).join(', ');
  return (
    <fieldset class="boxes">
      <legend class="unseen">{words.values(of.setting.title)}</legend>
      {options.map((option) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={() => set({ ...axis, text: toggle(option) })}
          />
          <span>{valueLabel(of.path, valueIn(option, of.setting) ?? valueText(option))}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A text field for values separated by commas. */
function ValueText({ of, axis, set }: { of: Sweepable; axis: AxisDraft; set(axis: AxisDraft): void }) {
  const id = useId();
  const { setting } = of;
  const range = setting.of;
  return (
    <>
      <input
        type="text"
        aria-label={words.values(setting.title)}
        aria-describedby={id}
        autocomplete="off"
        spellcheck={false}
        value={axis.text}
        onInput={({ currentTarget }) => set({ ...axis, text: currentTarget.value })}
      />
      <p id={id}>
        {setting.effect} {range.kind === 'number' ? words.numberHint(range.min, range.max) : words.listHint}
      </p>
    </>
  );
}

/** One axis of the sweep: a setting and its values. */
export function AxisField({ label, axis, experiment, taken, isOptional, set }: AxisFieldProps) {
  const id = useId();
  const all = sweepables(experiment);
  const chosen = all.find(({ path }) => path === axis.path);
  const kind = chosen?.setting.of.kind;
  return (
    <div class="field axis">
      <label for={id}>{label}</label>
      <Select id={id} value={axis.path} choose={(path) => set(axisOver(experiment, path) ?? NO_AXIS)}>
        {isOptional && <option value="">{words.nothing}</option>}
        {GROUPS.map((group) => (
          <optgroup key={group} label={words.rooms[group]}>
            {all
              .filter((each) => each.room === group && each.path !== taken)
              .map(({ path, setting }) => (
                <option key={path} value={path}>
                  {setting.title}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
      {chosen &&
        (kind === 'choice' || kind === 'flag' ? (
          <ValueBoxes of={chosen} axis={axis} set={set} />
        ) : (
          <ValueText of={chosen} axis={axis} set={set} />
        ))}
    </div>
  );
}
