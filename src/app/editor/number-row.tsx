import { useId } from 'preact/hooks';
import { NumberControl } from '../widgets/number-control.tsx';

export interface NumberRowProps {
  label: string;
  unit: string;
  value: number;
  min: number;
  max: number;
  /** In the middle of the slider. */
  usual: number;
  change(value: number): void;
}

/** A number with its label, a slider and a field. */
export function NumberRow({ label, unit, value, min, max, usual, change }: NumberRowProps) {
  const id = useId();
  return (
    <div class="row">
      <label for={id}>
        {label} <span id={`${id}-unit`}>{unit}</span>
      </label>
      <div class="control">
        <NumberControl
          id={id}
          aria-describedby={`${id}-unit`}
          range={{ min, max, isWhole: false }}
          defaultValue={usual}
          value={Math.round(value * 1000) / 1000}
          choose={(chosen) => {
            if (Number.isFinite(chosen)) change(Math.max(min, Math.min(max, chosen)));
          }}
        />
      </div>
    </div>
  );
}
