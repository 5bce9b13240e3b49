import { useId } from 'preact/hooks';
import { Select } from '../../widgets/select.tsx';

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
      <Select
        id={id}
        value={String(value)}
        choose={(text) => {
          const picked = options.find(([each]) => String(each) === text);
          if (picked) set(picked[0]);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={String(each)}>
            {words}
          </option>
        ))}
      </Select>
    </div>
  );
}
