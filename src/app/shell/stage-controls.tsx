import { keepable } from '../stage/pinnable.ts';
import { isPinned, keepOrLetGo, MOST_PINS, pins } from '../stage/pinned-ghosts.ts';
import type { StageController } from '../stage/stage-controller.ts';
import type { StageSelector } from '../stage/stage-selector.ts';
import { strings } from '../strings.ts';
import { Icon } from '../widgets/icon.tsx';
import { ShowMenu } from './show-menu.tsx';
import './stage-controls.css';

function Keep({ stageController, stageSelector }: StageControlsProps) {
  const act = keepable(stageSelector, stageController);
  if (act === undefined) return null;
  const isKept = isPinned(act.generation);
  const isFull = !isKept && pins.value.length >= MOST_PINS;
  return (
    <button
      type="button"
      class="said"
      aria-pressed={isKept}
      disabled={isFull}
      title={isFull ? strings.full(MOST_PINS) : strings.keepAbout}
      onClick={() => keepOrLetGo(act)}
    >
      <Icon name="ghost" />
      {strings.keep}
    </button>
  );
}

function Hold({ stageController }: Pick<StageControlsProps, 'stageController'>) {
  const isHeld = stageController.isHeld.value;
  const words = isHeld ? strings.move : strings.hold;
  return (
    <>
      <button
        type="button"
        aria-label={words}
        title={words}
        class={isHeld ? 'lit' : ''}
        onClick={() => {
          stageController.isHeld.value = !isHeld;
        }}
      >
        <Icon name="hold" />
      </button>
      {isHeld && (
        <>
          <button
            type="button"
            class="frame-back"
            aria-label={strings.frameBack}
            title={strings.frameBack}
            onClick={() => stageController.step(-1)}
          >
            <Icon name="back" />
          </button>
          <button
            type="button"
            aria-label={strings.frameOn}
            title={strings.frameOn}
            onClick={() => stageController.step(1)}
          >
            <Icon name="on" />
          </button>
        </>
      )}
    </>
  );
}

export interface StageControlsProps {
  stageController: StageController;
  stageSelector: StageSelector;
}

/** How one looks at the stage, at its lower edge: what is shown, the picture held, the camera let go. */
export function StageControls({ stageController, stageSelector }: StageControlsProps) {
  return (
    <section class="looking" aria-label={strings.view}>
      <button type="button" aria-label={strings.show} title={strings.show} popovertarget="show">
        <Icon name="eye" />
      </button>
      <Hold stageController={stageController} />
      {stageController.isAstray.value && (
        <button type="button" class="said" title={strings.followAbout} onClick={stageController.follow}>
          {strings.follow}
        </button>
      )}
      <Keep stageController={stageController} stageSelector={stageSelector} />
      <ShowMenu stageController={stageController} />
    </section>
  );
}
