import { flagDistance, flagWords } from '../../stage/record-flag.ts';
import type { ToolProps } from '../../tool.ts';

/** The tour's use of the stage: pauses the page's run, and restores everything afterwards. */
export interface StageVisit {
  begin(): void;
  restore(): void;
}

/** Both functions may be called repeatedly. */
export function createStageVisit({
  session,
  stageController,
  stageSelector,
}: Pick<ToolProps, 'session' | 'stageController' | 'stageSelector'>): StageVisit {
  let before: { wasLearning: boolean; mode: string; watched: number | undefined } | undefined;
  return {
    begin() {
      if (before) return;
      before = {
        wasLearning: session.isLearning.value,
        mode: stageSelector.mode.value,
        watched: stageSelector.watched.value,
      };
      session.isLearning.value = false;
      stageSelector.watchNewest();
      stageController.setFlag(undefined, '');
    },
    restore() {
      if (!before) return;
      const { wasLearning, mode, watched } = before;
      before = undefined;
      const record = flagDistance(session);
      stageController.setFlag(record, flagWords(record));
      stageSelector.watchNewest();
      if (mode === 'film' || mode === 'crowd') stageSelector.toggle(mode);
      else if (mode === 'watch' && watched !== undefined) stageSelector.watch(watched);
      if (wasLearning) session.isLearning.value = true;
    },
  };
}
