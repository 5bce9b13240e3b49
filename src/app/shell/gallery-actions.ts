import type { Signal } from '@preact/signals';
import type { GalleryActions } from '../gallery/actions.tsx';
import { requestedSweep } from '../session/requested-sweep.ts';
import type { ToolProps } from '../tool.ts';
import type { ToolName } from '../tools.ts';
import { notifyNotLoaded } from '../widgets/newer-version.ts';

/** Whether panels and tools are sheets that cover most of the stage. */
const isNarrow = () => matchMedia('(max-width: 720px), (max-height: 480px)').matches;

/** What the page does for the gallery. */
export function galleryActions({
  session,
  stageSelector,
  isPanelOpen,
  openTool,
  choose,
}: Pick<ToolProps, 'session' | 'stageSelector' | 'choose'> & {
  isPanelOpen: Signal<boolean>;
  openTool: Signal<ToolName | undefined>;
}): GalleryActions {
  const showStage = () => {
    isPanelOpen.value = false;
    if (isNarrow()) openTool.value = undefined;
  };
  return {
    choose(next) {
      const isBegun = choose(next);
      if (isBegun && isNarrow()) isPanelOpen.value = false;
      return isBegun;
    },
    openSweep(preset) {
      requestedSweep.value = preset;
      openTool.value = 'sweep';
      isPanelOpen.value = false;
    },
    watch(clip) {
      stageSelector.showOther(clip);
      showStage();
    },
    race(walker, name) {
      showStage();
      import('../tools/replays/challenge.ts').then(
        ({ beginChallenge }) => beginChallenge({ session, stageSelector, choose }, walker, name),
        () => void notifyNotLoaded(),
      );
    },
  };
}
