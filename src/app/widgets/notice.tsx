import { signal } from '@preact/signals';
import { strings } from '../strings.ts';
import { SentenceText } from './file-text.tsx';
import './notice.css';

/** A button of a notice. */
interface NoticeAction {
  words: string;
  does(): unknown;
}

interface Notice {
  text: string;
  /** Disappears by itself. */
  isPassing: boolean;
  action: NoticeAction | undefined;
  /** Instead of the button that dismisses it. */
  refusal: NoticeAction | undefined;
}

const shown = signal<readonly Notice[]>([]);
/** How long a passing notice is shown, ms. */
const DURATION = 5000;

/** Removes a notice. */
export function dismiss(text: string): void {
  shown.value = shown.value.filter((each) => each.text !== text);
}

/** Shows a notice, at most once at a time; of several the last three. */
export function notify(text: string, { isPassing = false, action, refusal }: Partial<Omit<Notice, 'text'>> = {}): void {
  if (shown.value.some((each) => each.text === text)) return;
  shown.value = [...shown.value.slice(-2), { text, isPassing, action, refusal }];
  if (isPassing) setTimeout(dismiss, DURATION, text);
}

/** The notices that are shown now. */
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
