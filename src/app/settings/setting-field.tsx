import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { SettingValue } from '../../run/experiment-schema.ts';
import type { Setting } from '../../schema/setting.ts';
import { strings } from '../strings.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import { Icon } from '../widgets/icon.tsx';
import { NumberControl } from '../widgets/number-control.tsx';
import { Select } from '../widgets/select.tsx';

export interface SettingFieldProps {
  setting: Setting;
  value: SettingValue;
  /** Whether the value is chosen for a new run, and not in effect yet. */
  isStaged: boolean;
  /** Sets the value. Returns what is wrong with it; empty if it is accepted. */
  set(value: SettingValue): string;
}

const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') || strings.none : String(value));

/** The range and the default, as a sentence. */
function rangeOf({ of, defaultValue, unit }: Setting): string {
  if (of.kind === 'flag') return `${strings.usual} ${strings[defaultValue ? 'on' : 'off']}.`;
  if (of.kind === 'choice') return `${strings.usual} ${text(defaultValue)}.`;
  const words = `${of.min} ${strings.to} ${of.max}, ${strings.usually} ${text(defaultValue)}`;
  return unit && of.kind === 'number' ? `${words} ${unit}.` : `${words}.`;
}

/** One setting: its control, its effect, its range, and a button that resets it. */
export function SettingField({ setting, value, isStaged, set }: SettingFieldProps) {
  const id = useId();
  const fault = useSignal('');
  const { of, title, unit, defaultValue } = setting;
  const choose = (next: SettingValue) => {
    fault.value = set(next);
  };
  const isDefault = JSON.stringify(value) === JSON.stringify(defaultValue);
  const described = { id, 'aria-describedby': `${id}-about` };
  return (
    <div class={isStaged ? 'setting staged' : 'setting'}>
      <label for={id}>
        {title} {unit && <span class="unit">{unit}</span>}
      </label>
      <div class="control">
        {of.kind === 'number' && (
          <NumberControl
            {...described}
            range={of}
            defaultValue={Number(defaultValue)}
            value={Number(value)}
            choose={choose}
          />
        )}
        {of.kind === 'flag' && (
          <input
            {...described}
            type="checkbox"
            checked={value === true}
            onChange={(event) => choose(event.currentTarget.checked)}
          />
        )}
        {of.kind === 'choice' && (
          <Select {...described} value={String(value)} choose={choose}>
            {of.options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </Select>
        )}
        {of.kind === 'list' && (
          <input
            {...described}
            type="text"
            value={(value as number[]).join(', ')}
            onChange={(event) =>
              choose(
                event.currentTarget.value
                  .split(/[^\d.-]+/)
                  .filter(Boolean)
                  .map(Number),
              )
            }
          />
        )}
        <button
          type="button"
          class="reset"
          aria-label={`${strings.reset} ${title}`}
          title={strings.reset}
          disabled={isDefault}
          onClick={() => choose(defaultValue as SettingValue)}
        >
          <Icon name="undo" />
        </button>
      </div>
      <p id={`${id}-about`}>
        {setting.effect} <span class="range">{rangeOf(setting)}</span>{' '}
        {setting.fixed && <span class="fixed">{strings.fixed}</span>}
      </p>
      <p class="fault" role="alert">
        <SentenceText text={fault.value} />
      </p>
    </div>
  );
}
