import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { BodyPlan } from '../../creature/body-plan.ts';
import type { Champion } from '../../run/champion.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { Recording } from '../../sim/recording.ts';
import { dusk, paper } from '../../view/palette.ts';
import type { Clip } from '../../view/playback.ts';
import type { Stage } from '../../view/stage.ts';
import { prefersDark, prefersReducedMotion, requestedRenderer } from '../browser/preferences.ts';
import { createAncestors } from './ancestors.ts';
import { clipOf } from './clip.ts';
import { withCompanion } from './companion.ts';
import { followPreferences } from './follow-preferences.ts';
import { pins } from './pinned-ghosts.ts';
import { createTestHooks } from './test-hooks.ts';

/** Shows champions on the stage, with ghosts of earlier ones. May be used before the stage's code is loaded. */
export interface StageController {
  /** The clip that is shown. */
  readonly onStage: ReadonlySignal<Clip | undefined>;
  /** The opened stage, once its code is loaded. */
  readonly stage: ReadonlySignal<Stage | undefined>;
  /** Seconds into the clip, set at each frame: for drawing, too frequent for rendering components. */
  readonly frameTime: ReadonlySignal<number>;
  /** Seconds into the clip, rounded to tenths. */
  readonly time: ReadonlySignal<number>;
  /** Rank of the creature of a crowd that was clicked. */
  readonly picked: Signal<number>;
  /** Creates the stage in an element. */
  open(host: HTMLElement): void;
  /** Clears the stage for a new run. */
  begin(plan: BodyPlan): void;
  /** Shows a clip until the first champion is there. */
  showPreview(clip: Clip): void;
  /** Shows the newest champion, unless another clip is being watched. */
  showNewest(experiment: Experiment, champion: Champion): void;
  /** Shows a clip at once, at the present time, and stays with it. */
  watch(clip: Clip | undefined): void;
  /** Shows a clip from its beginning, and stays with it. */
  play(clip: Clip | undefined): void;
  /** Shows a clip when the present one has ended, and stays with it; `isLast` to its end. Resolves when it is on the stage. */
  queue(clip: Clip | undefined, isLast?: boolean): Promise<void>;
  /** Recordings of champions before a generation. */
  ghosts(generation: number): Recording[];
  /** Returns to the newest champion: at once, or when the present clip has ended. */
  returnToNewest(atOnce: boolean): void;
  /** Puts a flag with a text at a distance, metres; removes it if undefined. */
  setFlag(distance: number | undefined, words: string): void;
  /** Set it to pause or resume the stage. */
  readonly isPaused: Signal<boolean>;
  /** Pauses and moves on by a number of frames. */
  step(frames: number): void;
  /** Whether the viewer moved the camera, so that it does not follow. */
  readonly isCameraMoved: ReadonlySignal<boolean>;
  /** Camera functions of the stage; without effect before it is loaded. */
  zoom: Stage['zoom'];
  pan: Stage['pan'];
  follow: Stage['follow'];
  /** While the stage is covered, it need not be drawn. */
  setHidden(hidden: boolean): void;
}

/** A problem of the stage: nothing can be drawn, or WebGL was lost and a canvas renderer is used instead. */
export type StageTrouble = 'noStage' | 'graphicsLost';

export function createStageController(onTrouble: (trouble: StageTrouble) => void): StageController {
  const onStage = signal<Clip | undefined>(undefined);
  const frameTime = signal(0);
  const time = computed(() => Math.round(10 * frameTime.value) / 10);
  const picked = signal(0);
  const isPaused = signal(false);
  const isCameraMoved = signal(false);
  const ancestors = createAncestors();
  const testHooks = createTestHooks();
  const openedStage = signal<Stage | undefined>(undefined);
  let stage: Stage | undefined;
  let plan: BodyPlan | undefined;
  let [preview, newest, watched]: (Clip | undefined)[] = [];
  let queued: { clip: Clip; resolve(): void } | undefined;
  let flag: Parameters<Stage['setFlag']> = [undefined, ''];

  const loading = import('../../view/stage.ts');
  // The promise is awaited in `load`, which reports the error.
  loading.catch(() => {});

  async function load(host: HTMLElement): Promise<void> {
    const { createStage } = await loading;
    const renderer = requestedRenderer(location.search);
    const opened = await createStage({
      host,
      palette: prefersDark.value ? dusk : paper,
      calm: prefersReducedMotion.value,
      ...(renderer && { renderer }),
      onClip(clip) {
        onStage.value = clip;
        testHooks.begin(clip.generation);
        if (clip === queued?.clip) queued.resolve();
      },
      onPick(place) {
        picked.value = place;
      },
      onCameraMoved(yes) {
        isCameraMoved.value = yes;
      },
      onFrame(seen) {
        frameTime.value = seen.time;
        testHooks.look(seen);
      },
      onFallback() {
        testHooks.noteRenderer(opened.rendererName);
        onTrouble('graphicsLost');
      },
    });
    testHooks.noteRenderer(opened.rendererName);
    performance.mark('stage-open');
    if (plan) opened.showIdle(plan);
    const first = watched ?? newest ?? preview;
    if (first) opened.offer(first);
    opened.setFlag(...flag);
    stage = opened;
    openedStage.value = opened;
    followPreferences(opened, isPaused);
  }

  return {
    onStage,
    stage: openedStage,
    frameTime,
    time,
    picked,
    open(host) {
      load(host).catch(() => onTrouble('noStage'));
    },
    begin(next) {
      plan = next;
      [preview, newest, watched] = [undefined, undefined, undefined];
      onStage.value = undefined;
      ancestors.clear();
      pins.value = [];
      isPaused.value = false;
      testHooks.begin();
      stage?.showIdle(plan);
    },
    showPreview(clip) {
      preview = clip;
      if (newest === undefined && watched === undefined) stage?.offer(clip);
    },
    showNewest(experiment, champion) {
      const { generation, recording } = champion;
      const clip = clipOf(experiment, champion, ancestors.before(generation));
      if (clip === undefined || recording === undefined) return;
      if (newest === undefined) performance.mark('first-champion');
      if (newest === undefined && watched === undefined && plan) stage?.showIdle(plan);
      newest = withCompanion(clip);
      ancestors.add(generation, recording);
      if (watched === undefined) stage?.offer(newest);
    },
    ghosts: ancestors.before,
    watch(clip) {
      if (clip === undefined) return;
      watched = clip;
      stage?.cut(clip);
    },
    play(clip) {
      if (clip === undefined) return;
      watched = clip;
      stage?.showIdle(clip.recording.plan);
      stage?.offer(clip);
    },
    queue(clip, isLast = false) {
      if (clip === undefined) return Promise.resolve();
      // Queued clips must not preempt each other, so their distance is 0; the newest champion must not preempt the last.
      watched = { ...clip, distance: isLast ? Number.MAX_VALUE : 0 };
      stage?.offer(watched);
      return new Promise((resolve) => {
        queued = { clip: watched as Clip, resolve };
      });
    },
    returnToNewest(atOnce) {
      watched = undefined;
      if (newest === undefined) return;
      if (atOnce) stage?.cut(newest);
      else stage?.offer(newest);
    },
    isPaused,
    step(frames) {
      isPaused.value = true;
      stage?.step(frames);
    },
    isCameraMoved,
    zoom: (steps) => stage?.zoom(steps),
    pan: (steps) => stage?.pan(steps),
    follow: () => stage?.follow(),
    setHidden: (hidden) => stage?.setHidden(hidden),
    setFlag(distance, words) {
      flag = [distance, words];
      stage?.setFlag(...flag);
    },
  };
}
