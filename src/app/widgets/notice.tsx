import { signal } from '@preact/signals';
import { strings } from '../strings.ts';
import { SentenceText } from './file-text.tsx';
import './notice.css';

interface Deed {
  words: string;
  does(): unknown;
}

interface Notice {
  text: string;
  /** Goes by itself when there is nothing to be done about it. */
  isPassing: boolean;
  /** What can be done about it, in a word. */
  action: Deed | undefined;
  /** What it says instead of that it may go, where that has a meaning. */
  refusal: Deed | undefined;
}

const shown = signal<readonly Notice[]>([]);
const LASTS = 5000;

/** Takes back what was told. */
export function dismiss(text: string): void {
  shown.value = shown.value.filter((each) => each.text !== text);
}

/** Tells the viewer something, once, without getting in their way. */
export function notify(text: string, { isPassing = false, action, refusal }: Partial<Omit<Notice, 'text'>> = {}): void {
  if (shown.value.some((each) => each.text === text)) return;
  shown.value = [...shown.value.slice(-2), { text, isPassing, action, refusal }];
  if (isPassing) setTimeout(dismiss, LASTS, text);
}

export function Notices() {
  return (
    <div class="notices" role="status">
      {shown.value.map(({ text, isPassing, action, refusal }) => (
        <p class="notice" key={text}>
          <SentenceText text={text} />
          {action && (
            <button
              type="button"
              class="plain"
              onClick={() => {
                dismiss(text);
                action.does();
              }}
            >
              {action.words}
            </button>
          )}
          {!isPassing && (
            <button
              type="button"
              class="plain"
              onClick={() => {
                dismiss(text);
                refusal?.does();
              }}
            >
              {refusal?.words ?? strings.dismiss}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}
