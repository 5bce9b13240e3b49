import { useId } from 'preact/hooks';
import { visibleText } from '../../../format/visible-text.ts';
import { SentenceText } from '../../widgets/file-text.tsx';
import { Select } from '../../widgets/select.tsx';
import { words } from './words.ts';

export interface ExperimentChoiceProps {
  label: string;
  entries: Record<string, { title: string }>;
  /** Name of the present choice; it may be in no catalogue, such as a body from a file. */
  value: string;
  /** Why an entry cannot be chosen, as a sentence; empty if it can. */
  faultOf(name: string): string;
  choose(name: string): void;
}

/** A menu of a catalogue's entries; those that cannot be chosen are disabled, with the reasons below. */
export function ExperimentChoice({ label, entries, value, faultOf, choose }: ExperimentChoiceProps) {
  const id = useId();
  const faults = new Map(Object.keys(entries).map((name) => [name, faultOf(name)]));
  const reasons = [...new Set(faults.values())].filter(Boolean);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Select id={id} value={value} aria-describedby={`${id}-why`} choose={choose}>
        {!(value in entries) && <option value={value}>·</option>}
        {Object.entries(entries).map(([name, { title }]) => (
          <option
            key={name}
            value={name}
            disabled={faults.get(name) !== ''}
            title={visibleText(faults.get(name) ?? '')}
          >
            {title}
          </option>
        ))}
      </Select>
      {reasons.length > 0 && (
        <details id={`${id}-why`} class="why">
          <summary>{words.why}</summary>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>
                <SentenceText text={reason} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
