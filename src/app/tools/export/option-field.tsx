import { useId } from 'preact/hooks';
import { Select } from '../../widgets/select.tsx';

export interface OptionFieldProps<T extends string | number> {
  label: string;
  value: T;
  options: readonly (readonly [value: T, words: string])[];
  set(value: T): void;
}

/** A labelled menu of a few values. */
export function OptionField<T extends string | number>({ label, value, options, set }: OptionFieldProps<T>) {
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
