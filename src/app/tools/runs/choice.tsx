import { useId } from 'preact/hooks';
import { Select } from '../../widgets/select.tsx';
import { words } from './words.ts';

export interface ChoiceProps {
  label: string;
  entries: Record<string, { title: string }>;
  /** Name of the one in force; of none where it is in no catalogue. */
  value: string;
  /** Why one cannot be chosen, in a sentence; empty when it can. */
  faultOf(name: string): string;
  choose(name: string): void;
}

/** One of a catalogue; what cannot be chosen says why. */
export function ExperimentChoice({ label, entries, value, faultOf, choose }: ChoiceProps) {
  const id = useId();
  const faults = new Map(Object.keys(entries).map((name) => [name, faultOf(name)]));
  const reasons = [...new Set(faults.values())].filter(Boolean);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Select id={id} value={value} aria-describedby={`${id}-why`} choose={choose}>
        {!(value in entries) && <option value={value}>·</option>}
        {Object.entries(entries).map(([name, { title }]) => (
          <option key={name} value={name} disabled={faults.get(name) !== ''} title={faults.get(name)}>
            {title}
          </option>
        ))}
      </Select>
      {reasons.length > 0 && (
        <details id={`${id}-why`} class="why">
          <summary>{words.why}</summary>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
