import { useSignal } from '@preact/signals';
import { scaleOf } from './slider-scale.ts';

export interface NumberControlProps {
  id: string;
  'aria-describedby': string;
  range: { min: number; max: number; isWhole: boolean };
  defaultValue: number;
  value: number;
  choose(value: number): void;
}

/** Step of the arrow keys: between 3 % and 30 % of the default. */
const stepOf = (defaultValue: number) => 10 ** Math.floor(Math.log10(Math.abs(defaultValue) || 1) - 0.5);

/** A number field with a slider; a value is chosen when the slider is released. Screen readers get the field alone. */
export function NumberControl({ range, defaultValue, value, choose, ...field }: NumberControlProps) {
  const draft = useSignal<number | undefined>(undefined);
  const scale = scaleOf(range, defaultValue);
  const shown = draft.value ?? value;
  return (
    <>
      <input
        type="range"
        tabIndex={-1}
        aria-hidden="true"
        min={0}
        max={1}
        step="any"
        value={scale.placeOf(shown)}
        onInput={({ currentTarget }) => {
          draft.value = scale.valueAt(currentTarget.valueAsNumber);
        }}
        onChange={({ currentTarget }) => {
          draft.value = undefined;
          choose(scale.valueAt(currentTarget.valueAsNumber));
        }}
      />
      <input
        {...field}
        type="number"
        inputMode={range.isWhole ? 'numeric' : 'decimal'}
        min={range.min}
        max={range.max}
        step={range.isWhole ? 1 : stepOf(defaultValue)}
        value={shown}
        onChange={({ currentTarget }) => {
          choose(currentTarget.valueAsNumber);
          currentTarget.value = String(value);
        }}
      />
    </>
  );
}
