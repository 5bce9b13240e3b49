import { MAX_NAME_LENGTH } from '../../storage/saved-run.ts';
import { words } from './words.ts';

/** A field for a run's name; Enter or leaving it accepts the name. */
export function Rename({ name, done }: { name: string; done(to: string): void }) {
  const accept = (text: string) => done(text.trim().slice(0, MAX_NAME_LENGTH));
  return (
    <input
      type="text"
      class="rename"
      aria-label={words.name}
      maxLength={MAX_NAME_LENGTH}
      ref={(element) => element?.focus()}
      defaultValue={name}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') accept(currentTarget.value);
      }}
      onBlur={({ currentTarget }) => accept(currentTarget.value)}
    />
  );
}
