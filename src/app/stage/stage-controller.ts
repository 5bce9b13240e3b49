import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { BodyPlan } from '../../creature/body-plan.ts';
import type { Champion } from '../../run/champion.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { Recording } from '../../sim/recording.ts';
import type { Act } from '../../view/playback.ts';
import type { Stage } from '../../view/stage.ts';
import { prefersCalm, prefersDark, rendererAsked } from '../browser/preferences.ts';
import { actOf } from './act.ts';
import { createAncestors } from './ancestors.ts';
import { overlaysShown, overlayToggles } from './overlay-choice.ts';
import { pins } from './pinned-ghosts.ts';
import { speedIndex, speedOf } from './speed.ts';
import { traceMotion } from './test-hooks.ts';

/** Brings champions to the stage, with ghosts of those before them. The stage itself comes when it is loaded. */
export interface StageController {
  /** The life being shown. */
  readonly onStage: ReadonlySignal<Act | undefined>;
  /** Seconds into the life being shown, set at each frame: for drawing along, not for rendering. */
  readonly moment: ReadonlySignal<number>;
  /** Seconds of that life that have been seen, in tenths. */
  readonly time: ReadonlySignal<number>;
  /** Place of the one of a crowd who was clicked. */
  readonly picked: Signal<number>;
  /** The element the stage is to fill. */
  open(host: HTMLElement): void;
  begin(plan: BodyPlan): void;
  /** The newest champion there is. */
  show(experiment: Experiment, champion: Champion): void;
  /** Cuts to another one, and stays with it whoever else comes. */
  watch(act: Act | undefined): void;
  /** Another one from its beginning, and stays with it. */
  play(act: Act | undefined): void;
  /** Lets one follow when the one being watched has ended; done when it is on the stage. */
  queue(act: Act | undefined): Promise<void>;
  /** Recordings of champions before a generation. */
  ghosts(generation: number): Recording[];
  /** Back to the newest: at once, or when the one being watched has ended. */
  live(atOnce: boolean): void;
  mark(distance: number | undefined, words: string): void;
  /** Whether the show stands still. Set it to hold the picture and to let it move. */
  readonly isHeld: Signal<boolean>;
  /** So many frames on, and the picture is held. */
  step(frames: number): void;
  /** Whether the viewer took the camera elsewhere. */
  readonly isAstray: ReadonlySignal<boolean>;
  /** The camera, as the stage has it; nothing before there is one. */
  zoom: Stage['zoom'];
  pan: Stage['pan'];
  follow: Stage['follow'];
  /** Whether something lies over the stage. */
  setHidden(hidden: boolean): void;
}

/** What can go wrong with the stage: nothing can be drawn at all, or WebGL was lost and a canvas renderer took over. */
export type StageTrouble = 'noStage' | 'graphicsLost';

export function createStageController(onTrouble: (trouble: StageTrouble) => void): StageController {
  const onStage = signal<Act | undefined>(undefined);
  const moment = signal(0);
  const time = computed(() => Math.round(10 * moment.value) / 10);
  const picked = signal(0);
  const isHeld = signal(false);
  const isAstray = signal(false);
  const gallery = createAncestors();
  const trace = traceMotion();
  let stage: Stage | undefined;
  let plan: BodyPlan | undefined;
  let newest: Act | undefined;
  let watched: Act | undefined;
  let queued: { act: Act; resolve(): void } | undefined;
  let marked: Parameters<Stage['mark']> = [undefined, ''];

  const loading = import('../../view/stage.ts');
  // Told by whoever opens the stage, if it ever fails.
  loading.catch(() => {});

  async function load(host: HTMLElement): Promise<void> {
    const [{ createStage }, { dusk, paper }] = [await loading, await import('../../view/palette.ts')];
    const renderer = rendererAsked(location.search);
    const opened = await createStage({
      host,
      palette: prefersDark.value ? dusk : paper,
      calm: prefersCalm.value,
      ...(renderer && { renderer }),
      onAct(act) {
        onStage.value = act;
        trace.begin(act.generation);
        if (act === queued?.act) queued.resolve();
      },
      onPick(place) {
        picked.value = place;
      },
      onStray(yes) {
        isAstray.value = yes;
      },
      onLook(seen) {
        moment.value = seen.time;
        trace.look(seen);
      },
      onFallback() {
        noteRenderer();
        onTrouble('graphicsLost');
      },
    });
    const noteRenderer = () => {
      document.documentElement.dataset.renderer = opened.rendererName;
    };
    noteRenderer();
    performance.mark('stage-open');
    if (plan) opened.stand(plan);
    const first = watched ?? newest;
    if (first) opened.offer(first);
    opened.mark(...marked);
    stage = opened;
    let isDark = prefersDark.value;
    effect(() => {
      if (prefersDark.value !== isDark) opened.setPalette(prefersDark.value ? dusk : paper);
      isDark = prefersDark.value;
    });
    effect(() => opened.setCalm(prefersCalm.value));
    effect(() => opened.setSpeed(speedOf(speedIndex.value)));
    effect(() => opened.setHeld(isHeld.value));
    effect(() =>
      opened.show({ overlays: overlaysShown.value, withGhosts: overlayToggles.value.ancestors, guests: pins.value }),
    );
  }

  return {
    onStage,
    moment,
    time,
    picked,
    open(host) {
      load(host).catch(() => onTrouble('noStage'));
    },
    begin(next) {
      plan = next;
      newest = undefined;
      watched = undefined;
      onStage.value = undefined;
      gallery.clear();
      pins.value = [];
      isHeld.value = false;
      trace.begin();
      stage?.stand(plan);
    },
    show(experiment, champion) {
      const { generation, recording } = champion;
      const act = actOf(experiment, champion, gallery.before(generation));
      if (act === undefined || recording === undefined) return;
      if (newest === undefined) performance.mark('first-champion');
      newest = act;
      gallery.add(generation, recording);
      if (watched === undefined) stage?.offer(newest);
    },
    ghosts: gallery.before,
    watch(act) {
      if (act === undefined) return;
      watched = act;
      stage?.cut(act);
    },
    play(act) {
      if (act === undefined) return;
      watched = act;
      stage?.stand(act.recording.plan);
      stage?.offer(act);
    },
    queue(act) {
      if (act === undefined) return Promise.resolve();
      // In a queue nobody pushes forward, however far they go.
      watched = { ...act, distance: 0 };
      stage?.offer(watched);
      return new Promise((resolve) => {
        queued = { act: watched as Act, resolve };
      });
    },
    live(atOnce) {
      watched = undefined;
      if (newest === undefined) return;
      if (atOnce) stage?.cut(newest);
      else stage?.offer(newest);
    },
    isHeld,
    step(frames) {
      isHeld.value = true;
      stage?.step(frames);
    },
    isAstray,
    zoom: (steps) => stage?.zoom(steps),
    pan: (steps) => stage?.pan(steps),
    follow: () => stage?.follow(),
    setHidden: (hidden) => stage?.setHidden(hidden),
    mark(distance, words) {
      marked = [distance, words];
      stage?.mark(...marked);
    },
  };
}
