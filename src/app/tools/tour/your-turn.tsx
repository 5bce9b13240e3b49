import type { StepProps } from './step.ts';
import { words } from './words.ts';

/** Buttons that leave the tour for other parts of the page. */
export function YourTurn({ page }: StepProps) {
  const then = (action: () => void) => () => {
    page.close();
    action();
  };
  return (
    <div class="ways">
      <button type="button" class="action" onClick={then(() => page.openPanel(false))}>
        {words.chooseCreature}
      </button>
      <button type="button" class="action" onClick={then(() => page.openPanel(true))}>
        {words.openTune}
      </button>
      <button type="button" class="action" onClick={page.share}>
        {words.share}
      </button>
      <a href="./lesson.html" target="_blank" rel="noopener">
        {words.lessonToPrint}
      </a>
    </div>
  );
}
