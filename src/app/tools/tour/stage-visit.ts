import { recordFlag } from '../../stage/record-flag.ts';
import type { ToolProps } from '../../tool.ts';

/** The tour's use of the page: whatever was there waits, and is there again afterwards. */
export interface StageVisit {
  take(): void;
  giveBack(): void;
}

/** Holds the visitor's run and what they were watching. Both may be asked for again and again. */
export function createStageVisit({
  session,
  stageController,
  stageSelector,
}: Pick<ToolProps, 'session' | 'stageController' | 'stageSelector'>): StageVisit {
  let before: { wasLearning: boolean; mode: string; watched: number | undefined } | undefined;
  return {
    take() {
      if (before) return;
      before = {
        wasLearning: session.isLearning.value,
        mode: stageSelector.mode.value,
        watched: stageSelector.watched.value,
      };
      session.isLearning.value = false;
      stageSelector.live();
      stageController.mark(undefined, '');
    },
    giveBack() {
      if (!before) return;
      const { wasLearning, mode, watched } = before;
      before = undefined;
      stageController.mark(...recordFlag(session));
      stageSelector.live();
      if (mode === 'film' || mode === 'crowd') stageSelector.toggle(mode);
      else if (mode === 'watch' && watched !== undefined) stageSelector.watch(watched);
      if (wasLearning) session.isLearning.value = true;
    },
  };
}
