import { useSignal } from '@preact/signals';
import { scaleOf } from './slider-scale.ts';

export interface NumberControlProps {
  id: string;
  'aria-describedby': string;
  range: { min: number; max: number; isWhole: boolean };
  usual: number;
  value: number;
  choose(value: number): void;
}

/** A tenth of what is usual, or one. */
const stepOf = (usual: number) => 10 ** Math.floor(Math.log10(Math.abs(usual) || 1) - 0.5);

/** A number typed, or found with a slider; chosen when the hand lets go. Only the typed one is there for who cannot see. */
export function NumberControl({ range, usual, value, choose, ...field }: NumberControlProps) {
  const draft = useSignal<number | undefined>(undefined);
  const scale = scaleOf(range, usual);
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
        step={range.isWhole ? 1 : stepOf(usual)}
        value={shown}
        onChange={({ currentTarget }) => {
          choose(currentTarget.valueAsNumber);
          currentTarget.value = String(value);
        }}
      />
    </>
  );
}
