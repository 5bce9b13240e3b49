import { effect } from '@preact/signals';
import { flagDistance, flagWords } from '../../stage/record-flag.ts';
import type { ToolProps } from '../../tool.ts';

/** The tour's use of the stage: pauses the page's run, and restores everything afterwards. */
export interface StageVisit {
  begin(): void;
  restore(): void;
}

/** What the viewer can choose for the stage by a key; the tour has no clip of these kinds. */
const CHOSEN = ['film', 'crowd', 'watch'];

/**
 * Both functions may be called repeatedly. During a visit the tour is closed when learning is resumed, as by another run, or
 * when the viewer chooses something else for the stage, which then stays there.
 */
export function createStageVisit({
  session,
  stageController,
  stageSelector,
  close,
}: Pick<ToolProps, 'session' | 'stageController' | 'stageSelector' | 'close'>): StageVisit {
  let before: { wasLearning: boolean; mode: string; watched: number | undefined } | undefined;
  let stop = () => {};
  const showFlag = () => {
    const record = flagDistance(session);
    stageController.setFlag(record, flagWords(record));
  };
  function leave(): void {
    if (!before) return;
    stop();
    if (before.wasLearning) session.isLearning.value = true;
    before = undefined;
    showFlag();
    close();
  }
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
      stop = effect(() => {
        if (session.isLearning.value || CHOSEN.includes(stageSelector.mode.value)) queueMicrotask(leave);
      });
    },
    restore() {
      if (!before) return;
      const { wasLearning, mode, watched } = before;
      before = undefined;
      stop();
      showFlag();
      stageSelector.watchNewest();
      if (mode === 'film' || mode === 'crowd') stageSelector.toggle(mode);
      else if (mode === 'watch' && watched !== undefined) stageSelector.watch(watched);
      if (wasLearning) session.isLearning.value = true;
    },
  };
}
