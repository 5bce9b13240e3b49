import { useId } from 'preact/hooks';
import { Select } from '../widgets/select.tsx';

export interface PickerProps {
  label: string;
  /** A catalogue, by name. */
  entries: Record<string, { title: string; about: string }>;
  /** Name of the current entry. */
  value: string;
  choose(name: string): void;
}

/** A choice of one entry of a catalogue, with a line about it. */
export function Picker({ label, entries, value, choose }: PickerProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Select id={id} value={value} aria-describedby={`${id}-about`} choose={choose}>
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
