import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

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
      <div class="select">
        <select
          id={id}
          value={value}
          aria-describedby={`${id}-about`}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
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
        </select>
        <Icon name="down" />
      </div>
      <p id={`${id}-about`}>{entries[value]?.about}</p>
    </div>
  );
}
