import { useId } from 'preact/hooks';
import { Icon } from '../icon.tsx';

export interface ChoiceProps<T extends string | number> {
  label: string;
  value: T;
  options: readonly (readonly [value: T, words: string])[];
  set(value: T): void;
}

/** One of a few, by its words. */
export function Choice<T extends string | number>({ label, value, options, set }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="select">
        <select
          id={id}
          value={String(value)}
          onChange={({ currentTarget }) => {
            const picked = options[currentTarget.selectedIndex];
            if (picked) set(picked[0]);
          }}
        >
          {options.map(([each, words]) => (
            <option key={each} value={String(each)}>
              {words}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </div>
    </div>
  );
}
