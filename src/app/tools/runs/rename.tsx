import { words } from './words.ts';

/** A field for a run's name: done by Enter, or by going elsewhere. */
export function Rename({ name, done }: { name: string; done(to: string): void }) {
  const take = (text: string) => done(text.trim().slice(0, 40));
  return (
    <input
      type="text"
      class="rename"
      aria-label={words.name}
      maxLength={40}
      ref={(element) => element?.focus()}
      defaultValue={name}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') take(currentTarget.value);
      }}
      onBlur={({ currentTarget }) => take(currentTarget.value)}
    />
  );
}
