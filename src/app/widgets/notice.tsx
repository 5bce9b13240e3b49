import { signal } from '@preact/signals';
import { strings } from '../strings.ts';
import { SentenceText } from './file-text.tsx';
import './notice.css';

/** A button of a notice. */
interface NoticeAction {
  words: string;
  onClick(): unknown;
}

interface Notice {
  text: string;
  /** Whether it disappears by itself. */
  isPassing: boolean;
  /** Whether it is about the current run: it goes when another begins. */
  isOfRun: boolean;
  action: NoticeAction | undefined;
  /** Replaces the button that dismisses the notice. */
  refusal: NoticeAction | undefined;
}

const shown = signal<readonly Notice[]>([]);
/** How long a passing notice is shown, ms. */
const DURATION = 5000;

/** Removes the notice with this text. */
export function dismiss(text: string): void {
  shown.value = shown.value.filter((each) => each.text !== text);
}

/** Call it when a run begins: removes what is about an earlier one. */
export function dismissOfEarlierRun(): void {
  shown.value = shown.value.filter(({ isOfRun }) => !isOfRun);
}

/** Shows a notice unless it is shown already. At most three are shown. */
export function notify(
  text: string,
  { isPassing = false, isOfRun = false, action, refusal }: Partial<Omit<Notice, 'text'>> = {},
): void {
  if (shown.value.some((each) => each.text === text)) return;
  shown.value = [...shown.value.slice(-2), { text, isPassing, isOfRun, action, refusal }];
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
                action.onClick();
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
                refusal?.onClick();
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
