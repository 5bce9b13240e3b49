import { useId } from 'preact/hooks';
import { Select } from '../widgets/select.tsx';

export interface PickerProps {
  label: string;
  /** A catalogue: what is on offer, by name. */
  entries: Record<string, { title: string; about: string }>;
  /** Name of the one in force; empty for none of them. */
  value: string;
  /** What to call the one in force when it is none of them. */
  other?: string;
  choose(name: string): void;
}

/** One of a catalogue, with a line about it. */
export function Picker({ label, entries, value, other, choose }: PickerProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Select id={id} value={value} aria-describedby={`${id}-about`} choose={choose}>
        {value === '' && (
          <option value="" disabled>
            {other}
          </option>
        )}
        {Object.entries(entries).map(([name, { title }]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </Select>
      <p id={`${id}-about`}>{entries[value]?.about}</p>
    </div>
  );
}
