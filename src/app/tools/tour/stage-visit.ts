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
  theatre,
  projector,
}: Pick<ToolProps, 'session' | 'theatre' | 'projector'>): StageVisit {
  let before: { wasLearning: boolean; mode: string; watched: number | undefined } | undefined;
  return {
    take() {
      if (before) return;
      before = {
        wasLearning: session.isLearning.value,
        mode: projector.mode.value,
        watched: projector.watched.value,
      };
      session.isLearning.value = false;
      projector.live();
      theatre.mark(undefined, '');
    },
    giveBack() {
      if (!before) return;
      const { wasLearning, mode, watched } = before;
      before = undefined;
      theatre.mark(...recordFlag(session));
      projector.live();
      if (mode === 'film' || mode === 'crowd') projector.toggle(mode);
      else if (mode === 'watch' && watched !== undefined) projector.watch(watched);
      if (wasLearning) session.isLearning.value = true;
    },
  };
}
