import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '../../view/playback.ts';
import { strings } from '../strings.ts';
import type { Hand } from './hand.ts';
import { originOf } from './origin.ts';
import type { PushedClip } from './pushed-clip.ts';
import { speedIndex, speedOf } from './speed.ts';
import type { StageController } from './stage-controller.ts';
import type { StageSelector } from './stage-selector.ts';

/** Lets the viewer push, drag and lift the creature on the stage. What follows is an episode beside the run. */
export interface Touch {
  /** Whether what is on the stage has been pushed. */
  readonly isPushed: ReadonlySignal<boolean>;
  /** Shoves the creature. @param direction 1 forwards, -1 backwards */
  shove(direction: number): void;
  /** Returns to what was shown before. */
  end(): void;
}

const canPush = (clip: Clip | undefined): clip is Clip =>
  clip !== undefined && clip.race === undefined && clip.crowd === undefined && originOf(clip.recording) !== undefined;

export function createTouch(stageController: StageController, stageSelector: StageSelector): Touch {
  const { onStage, frameTime, stage } = stageController;
  const isPushed = signal(false);
  let pushed: PushedClip | undefined;
  let goBack = () => {};
  let hand: Hand | undefined;
  let isBeginning = false;

  function release(): void {
    pushed?.release();
    pushed = undefined;
    isPushed.value = false;
  }

  function end(): void {
    if (pushed === undefined) return;
    release();
    goBack();
  }

  /** What to show again afterwards. */
  function wayBack(clip: Clip): () => void {
    const [mode, watched] = [stageSelector.mode.peek(), stageSelector.watched.peek()];
    if (mode === 'watch' && watched !== undefined) return () => stageSelector.watch(watched);
    return mode === 'other' ? () => stageSelector.showOther(clip) : stageSelector.watchNewest;
  }

  /** Begins to simulate what is on the stage; undefined if that is impossible. */
  async function begin(): Promise<PushedClip | undefined> {
    const clip = onStage.peek();
    if (pushed || isBeginning || !canPush(clip)) return pushed;
    const origin = originOf(clip.recording)!;
    isBeginning = true;
    try {
      const { createPushedClip } = await import('./pushed-clip.ts');
      if (onStage.peek() !== clip) return undefined;
      const next = createPushedClip({
        shown: clip,
        origin,
        time: frameTime.peek(),
        words: strings.pushed,
        speed: () => speedOf(speedIndex.peek()),
      });
      goBack = wayBack(clip);
      stageController.isPaused.value = false;
      stageSelector.showOther(next.clip);
      pushed = next;
      pushed.hold(hand);
      isPushed.value = true;
      return pushed;
    } catch {
      // An episode that needs the reference physics cannot be pushed.
      return undefined;
    } finally {
      isBeginning = false;
    }
  }

  function hold(next: Hand | undefined): void {
    hand = next;
    pushed?.hold(next);
  }

  effect(() => {
    stage.value?.setTouch({
      canGrasp: () => pushed !== undefined || canPush(onStage.peek()),
      hold(part, x, y) {
        hold({ part, x, y });
        if (pushed === undefined) void begin();
      },
      letGo: () => hold(undefined),
    });
  });
  effect(() => {
    const clip = onStage.value;
    // Something else was chosen, or another run has begun.
    if (pushed && clip !== pushed.clip) release();
  });
  effect(() => {
    const time = frameTime.value;
    if (pushed === undefined || onStage.peek() !== pushed.clip) return;
    try {
      pushed.advance(time);
      if (pushed.isDone) end();
    } catch {
      end();
    }
  });

  return {
    isPushed,
    async shove(direction) {
      (await begin())?.shove(direction);
    },
    end,
  };
}
