import { pinnable } from '../stage/pinnable.ts';
import { isPinned, MAX_PINS, pins, togglePin } from '../stage/pinned-ghosts.ts';
import type { StageController } from '../stage/stage-controller.ts';
import type { StageSelector } from '../stage/stage-selector.ts';
import type { Touch } from '../stage/touch.ts';
import { strings } from '../strings.ts';
import { Icon } from '../widgets/icon.tsx';
import { ShowMenu } from './show-menu.tsx';
import './stage-controls.css';

function PinButton({ stageController, stageSelector }: Omit<StageControlsProps, 'touch' | 'share'>) {
  const clip = pinnable(stageSelector, stageController);
  if (clip === undefined) return null;
  const isGhost = isPinned(clip.generation);
  const isFull = !isGhost && pins.value.length >= MAX_PINS;
  return (
    <button
      type="button"
      class="said"
      aria-pressed={isGhost}
      disabled={isFull}
      title={isFull ? strings.full(MAX_PINS) : strings.keepAbout}
      onClick={() => togglePin(clip)}
    >
      <Icon name="ghost" />
      {strings.keep}
    </button>
  );
}

function PauseButtons({ stageController }: Pick<StageControlsProps, 'stageController'>) {
  const isPaused = stageController.isPaused.value;
  const words = isPaused ? strings.move : strings.hold;
  return (
    <>
      <button
        type="button"
        aria-label={words}
        title={words}
        class={isPaused ? 'lit' : ''}
        onClick={() => {
          stageController.isPaused.value = !isPaused;
        }}
      >
        <Icon name="hold" />
      </button>
      {isPaused && (
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

function ShoveButtons({ stageController, touch }: Omit<StageControlsProps, 'stageSelector' | 'share'>) {
  if (stageController.onStage.value === undefined) return null;
  return (
    <>
      <button type="button" class="said shove" title={strings.shoveAbout} onClick={() => touch.shove(-1)}>
        <Icon name="push" />
        <span>{strings.shove}</span>
      </button>
      {touch.isPushed.value && (
        <button type="button" class="said lit" onClick={touch.end}>
          {strings.endPush}
        </button>
      )}
    </>
  );
}

export interface StageControlsProps {
  stageController: StageController;
  stageSelector: StageSelector;
  touch: Touch;
  /** Shares the walk on the stage. */
  share(): void;
}

/** Buttons at the lower edge of the stage: overlays, pause and single frames, camera, ghosts. */
export function StageControls({ stageController, stageSelector, touch, share }: StageControlsProps) {
  return (
    <section class="looking" aria-label={strings.view}>
      <button type="button" aria-label={strings.show} title={strings.show} popovertarget="show">
        <Icon name="eye" />
      </button>
      <PauseButtons stageController={stageController} />
      {stageController.isCameraMoved.value && (
        <button type="button" class="said" title={strings.followAbout} onClick={stageController.follow}>
          {strings.follow}
        </button>
      )}
      <ShoveButtons stageController={stageController} touch={touch} />
      <button type="button" class="narrow" aria-label={strings.share} title={strings.share} onClick={share}>
        <Icon name="share" />
      </button>
      <PinButton stageController={stageController} stageSelector={stageSelector} />
      <ShowMenu stageController={stageController} />
    </section>
  );
}
