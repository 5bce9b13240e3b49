import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Measure } from '../../../run/sweep/outcome.ts';
import { Select } from '../../widgets/select.tsx';
import { words } from './words.ts';

/** By what the cells are compared. */
export function MeasureField({ measure, goal }: { measure: Signal<Measure>; goal: Signal<number> }) {
  const id = useId();
  return (
    <div class="pair">
      <div class="field">
        <label for={id}>{words.measure}</label>
        <Select
          id={id}
          value={measure.value}
          choose={(picked) => {
            measure.value = picked as Measure;
          }}
        >
          {(Object.keys(words.measures) as Measure[]).map((each) => (
            <option key={each} value={each}>
              {words.measures[each]}
            </option>
          ))}
        </Select>
      </div>
      {measure.value === 'steps' && (
        <div class="field">
          <label for={`${id}-goal`}>{words.goal}</label>
          <input
            id={`${id}-goal`}
            type="number"
            inputMode="decimal"
            min={0.5}
            step={0.5}
            value={goal.value}
            onChange={({ currentTarget }) => {
              if (currentTarget.valueAsNumber > 0) goal.value = currentTarget.valueAsNumber;
              else currentTarget.value = String(goal.value);
            }}
          />
        </div>
      )}
    </div>
  );
}
