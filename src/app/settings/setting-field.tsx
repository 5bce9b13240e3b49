import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { SettingValue } from '../../run/experiment-schema.ts';
import type { Setting } from '../../schema/setting.ts';
import { strings } from '../strings.ts';
import { Icon } from '../widgets/icon.tsx';
import { NumberControl } from '../widgets/number-control.tsx';
import { Select } from '../widgets/select.tsx';

export interface SettingFieldProps {
  setting: Setting;
  value: SettingValue;
  /** Chosen, and waits for a new run. */
  isStaged: boolean;
  /** Gives what is wrong with it; empty when it is taken. */
  set(value: SettingValue): string;
}

const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') || strings.none : String(value));

/** What can be chosen, and what is usual, in words. */
function rangeOf({ of, usual, unit }: Setting): string {
  if (of.kind === 'flag') return `${strings.usual} ${strings[usual ? 'on' : 'off']}.`;
  if (of.kind === 'choice') return `${strings.usual} ${text(usual)}.`;
  const words = `${of.min} ${strings.to} ${of.max}, ${strings.usually} ${text(usual)}`;
  return unit && of.kind === 'number' ? `${words} ${unit}.` : `${words}.`;
}

/** One setting: its control, what it does, its range, and the way back to what is usual. */
export function SettingField({ setting, value, isStaged, set }: SettingFieldProps) {
  const id = useId();
  const fault = useSignal('');
  const { of, title, unit, usual } = setting;
  const choose = (next: SettingValue) => {
    fault.value = set(next);
  };
  const isUsual = JSON.stringify(value) === JSON.stringify(usual);
  const described = { id, 'aria-describedby': `${id}-about` };
  return (
    <div class={isStaged ? 'setting staged' : 'setting'}>
      <label for={id}>
        {title} {unit && <span class="unit">{unit}</span>}
      </label>
      <div class="control">
        {of.kind === 'number' && (
          <NumberControl {...described} range={of} usual={Number(usual)} value={Number(value)} choose={choose} />
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
          disabled={isUsual}
          onClick={() => choose(usual as SettingValue)}
        >
          <Icon name="undo" />
        </button>
      </div>
      <p id={`${id}-about`}>
        {setting.effect} <span class="range">{rangeOf(setting)}</span>{' '}
        {setting.fixed && <span class="fixed">{strings.fixed}</span>}
      </p>
      <p class="fault" role="alert">
        {fault.value}
      </p>
    </div>
  );
}
