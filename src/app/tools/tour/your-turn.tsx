import type { StepProps } from './step.ts';
import { words } from './words.ts';

/** Buttons that leave the tour for other parts of the page. */
export function YourTurn({ page }: StepProps) {
  const then = (does: () => void) => () => {
    page.close();
    does();
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
    </div>
  );
}
