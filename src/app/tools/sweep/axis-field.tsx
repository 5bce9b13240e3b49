import { useId } from 'preact/hooks';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { type Sweepable, sweepables, valueIn, valueText } from '../../../run/sweep/sweepable.ts';
import { Select } from '../../widgets/select.tsx';
import { type AxisDraft, axisOver, NO_AXIS, wordsIn } from './draft.ts';
import { labelOf } from './label.ts';
import { words } from './words.ts';

export interface AxisFieldProps {
  label: string;
  axis: AxisDraft;
  experiment: Experiment;
  /** Path of the other axis: no setting is varied twice. */
  taken: string;
  /** Whether there may be none. */
  isOptional: boolean;
  set(axis: AxisDraft): void;
}

const ROOMS = ['names', 'optimizer', 'task', 'brain', 'run'] as const;

/** A box for each of a few values to choose from. */
function Boxes({ of, axis, set }: { of: Sweepable; axis: AxisDraft; set(axis: AxisDraft): void }) {
  const kind = of.setting.of;
  const options = kind.kind === 'choice' ? kind.options : ['true', 'false'];
  const chosen = wordsIn(axis.text);
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
          <span>{labelOf(of.path, valueIn(option, of.setting) ?? valueText(option))}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Values written one after the other. */
function Written({ of, axis, set }: { of: Sweepable; axis: AxisDraft; set(axis: AxisDraft): void }) {
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

/** A setting to vary, and the values it is to have. */
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
        {ROOMS.map((room) => (
          <optgroup key={room} label={words.rooms[room]}>
            {all
              .filter((each) => each.room === room && each.path !== taken)
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
          <Boxes of={chosen} axis={axis} set={set} />
        ) : (
          <Written of={chosen} axis={axis} set={set} />
        ))}
    </div>
  );
}
