import type { StepProps } from './step.ts';
import { words } from './words.ts';

/** The ways on from here. */
export function YourTurn({ page }: StepProps) {
  const then = (does: () => void) => () => {
    page.close();
    does();
  };
  return (
    <div class="ways">
      <button type="button" class="deed-button" onClick={then(() => page.openPanel(false))}>
        {words.chooseCreature}
      </button>
      <button type="button" class="deed-button" onClick={then(() => page.openPanel(true))}>
        {words.openTune}
      </button>
      <button type="button" class="deed-button" onClick={page.share}>
        {words.share}
      </button>
    </div>
  );
}
