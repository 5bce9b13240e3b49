import { type Signal, signal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PageParts } from '../tool.ts';
import type { SharedWalkProps } from '../tools/replays/replays.tsx';
import type { ToolName } from '../tools.ts';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { isReplayLink } from './inbox.ts';
import './shared-view.css';

/** Whether the page shows a shared walk alone, without controls and tools: from a replay's link until the viewer goes on. */
export const isSharedView = signal(false);

export const leaveSharedView = () => {
  isSharedView.value = false;
};

/** Shows the opened replay alone. */
export function showAlone(openTool: Signal<ToolName | undefined>, isPanelOpen: Signal<boolean>): void {
  openTool.value = undefined;
  isPanelOpen.value = false;
  isSharedView.value = true;
}

const sharedWalk = lazyPart<SharedWalkProps>(async () => (await import('../tools/replays/replays.tsx')).SharedWalk);

export interface SharedViewProps extends PageParts {
  openTool: Signal<ToolName | undefined>;
  isPanelOpen: Signal<boolean>;
}

/** What lies under a shared walk. Goes when learning is resumed, a tool or the panel is opened, or something else is shown. */
export function SharedView({ openTool, isPanelOpen, choose, ...props }: SharedViewProps) {
  const isOn = isSharedView.value;
  const lastMode = useRef('live');
  useEffect(() => {
    // Without its code the page has its controls.
    if (isOn) sharedWalk.load().catch(leaveSharedView);
  }, [isOn]);
  useSignalEffect(() => {
    if (props.session.isLearning.value || openTool.value !== undefined || isPanelOpen.value) leaveSharedView();
  });
  useSignalEffect(() => {
    const mode = props.stageSelector.mode.value;
    if (lastMode.current === 'other' && mode !== 'other') leaveSharedView();
    lastMode.current = mode;
  });
  useEffect(() => {
    // Back from a link that was followed on the open page, to its run.
    const back = () => {
      if (!isSharedView.peek() || isReplayLink(location.hash)) return;
      leaveSharedView();
      props.stageSelector.watchNewest();
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, [props.stageSelector]);
  return (
    <div class="shared">
      {isOn && (
        <sharedWalk.Component
          {...props}
          close={leaveSharedView}
          choose={(experiment) => {
            const isBegun = choose(experiment);
            if (isBegun) leaveSharedView();
            return isBegun;
          }}
          open={() => {
            openTool.value = 'replays';
          }}
        />
      )}
    </div>
  );
}
