import { useId } from 'preact/hooks';
import { words } from './words.ts';

export interface CaptionFieldProps {
  isOn: boolean;
  text: string;
  set(change: { isCaptioned?: boolean; caption?: string }): void;
}

/** Whether something is written on the pictures, and what. */
export function CaptionField({ isOn, text, set }: CaptionFieldProps) {
  const id = useId();
  return (
    <div class="caption-field field">
      <label class="switch" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={isOn}
          onChange={({ currentTarget }) => set({ isCaptioned: currentTarget.checked })}
        />
        {words.captionOn}
      </label>
      <input
        type="text"
        aria-label={words.caption}
        maxLength={160}
        value={text}
        disabled={!isOn}
        onInput={({ currentTarget }) => set({ caption: currentTarget.value })}
      />
    </div>
  );
}
