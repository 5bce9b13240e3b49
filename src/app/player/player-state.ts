import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Verified } from '../../../workers/verify.ts';
import type { ReplaySource } from '../../format/replay-source.ts';
import type { Resimulated } from '../../run/resimulate.ts';
import type { Activations } from '../../run/with-activations.ts';
import type { PinnedGhost } from '../../view/other-creatures.ts';
import type { OverlayName } from '../../view/overlays/catalogue.ts';
import { dusk, paper } from '../../view/palette.ts';
import { type Clip, clipDuration } from '../../view/playback.ts';
import { createStage, type Stage } from '../../view/stage.ts';
import { prefersDark, prefersReducedMotion, requestedRenderer } from '../browser/preferences.ts';
import { speedIndex, speedOf } from '../stage/speed.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { addRays, clipsOf } from './clips.ts';
import { ghostsFrom } from './ghosts.ts';
import { inspect, verify } from './verifier.ts';
import { words } from './words.ts';

export type CameraName = 'follow' | 'close' | 'wide';

/** What the player shows, and the actions on it. */
export interface PlayerState {
  readonly verified: ReadonlySignal<Verified | undefined>;
  /** Index of the scene on the stage; in a race, of the creature in front. */
  readonly sceneIndex: ReadonlySignal<number>;
  /** That scene. */
  readonly scene: ReadonlySignal<Resimulated | undefined>;
  readonly isBusy: ReadonlySignal<boolean>;
  /** The last error, as a sentence; empty for none. */
  readonly fault: Signal<string>;
  /** Seconds into the episode, and its duration. */
  readonly time: ReadonlySignal<number>;
  readonly end: ReadonlySignal<number>;
  readonly isPlaying: ReadonlySignal<boolean>;
  readonly isLooping: Signal<boolean>;
  readonly overlays: Signal<readonly OverlayName[]>;
  /** Whether the net, the footfall diagram and the numbers are shown. */
  readonly hasNet: Signal<boolean>;
  readonly hasFootfalls: Signal<boolean>;
  readonly hasNumbers: Signal<boolean>;
  readonly ghosts: ReadonlySignal<readonly PinnedGhost[]>;
  readonly camera: ReadonlySignal<CameraName>;
  /** Creates the stage in an element. */
  attach(host: HTMLElement): Promise<void>;
  load(source: Promise<ReplaySource | undefined>): Promise<void>;
  addGhost(source: Promise<ReplaySource>): Promise<void>;
  removeGhost(ghost: PinnedGhost): void;
  goToScene(index: number): void;
  /** The activations of the brain on the stage. */
  inspectBrain(): Promise<Activations>;
  toggle(): void;
  seek(time: number): void;
  step(frames: number): void;
  setCamera(camera: CameraName): void;
  zoom(steps: number): void;
}

/** Zoom steps of each camera. */
const STEPS: Record<CameraName, number> = { follow: 0, close: 2, wide: -3 };

export function createPlayerState(): PlayerState {
  const verified = signal<Verified | undefined>(undefined);
  const [sceneIndex, time, isBusy, fault] = [signal(0), signal(0), signal(false), signal('')];
  const scene = computed(() => verified.value?.scenes[sceneIndex.value]);
  const [isPlaying, isLooping] = [signal(!prefersReducedMotion.peek()), signal(true)];
  const [hasNet, hasFootfalls, hasNumbers] = [signal(false), signal(false), signal(false)];
  const overlays = signal<readonly OverlayName[]>([]);
  const ghosts = signal<readonly PinnedGhost[]>([]);
  const camera = signal<CameraName>('follow');
  const clips = computed<readonly Clip[]>(() => (verified.value ? clipsOf(verified.value) : []));
  const end = computed(() => (clips.value[sceneIndex.value] ? clipDuration(clips.value[sceneIndex.value]!) : 0));
  let loaded: ReplaySource | undefined;
  let stage: Stage | undefined;

  const isLast = () => sceneIndex.peek() >= clips.peek().length - 1;

  /** Offers the next scene of a film, which follows the one on the stage. */
  function queue(): void {
    const next = isLast() ? 0 : sceneIndex.peek() + 1;
    const clip = clips.peek()[next];
    if (clip && next !== sceneIndex.peek() && (next > 0 || isLooping.peek())) stage?.offer(clip);
  }

  function goToScene(to: number): void {
    const clip = clips.peek()[to];
    if (clip === undefined || stage === undefined) return;
    batch(() => {
      sceneIndex.value = to;
      time.value = 0;
    });
    stage.cut(clip);
    stage.seek(0);
  }

  function onClip(clip: Clip): void {
    sceneIndex.value = Math.max(0, clips.peek().indexOf(clip));
    queue();
  }

  async function attempt(action: () => Promise<void>): Promise<void> {
    batch(() => {
      isBusy.value = true;
      fault.value = '';
    });
    try {
      await action();
    } catch (error) {
      fault.value = sentenceOf(error);
    }
    isBusy.value = false;
  }

  function onFrame(seen: { time: number }): void {
    time.value = seen.time;
    const isOver = verified.peek() && isLast() && seen.time >= end.peek();
    if (isOver && isPlaying.peek() && !isLooping.peek()) isPlaying.value = false;
  }

  /** Computes the rangefinder rays once the overlay that shows them is chosen. */
  async function showRays(): Promise<void> {
    const [now, all] = [verified.value, clips.value];
    if (!overlays.value.includes('sight') || now === undefined || !(await addRays(now, all))) return;
    const clip = clips.peek()[sceneIndex.peek()];
    if (clip && all.includes(clip)) stage?.cut(clip);
  }

  return {
    ...{ verified, sceneIndex, scene, isBusy, fault, time, end, isPlaying, isLooping },
    ...{ overlays, hasNet, hasFootfalls, hasNumbers, ghosts, camera, goToScene },
    async attach(host) {
      const renderer = requestedRenderer(location.search);
      const colours = () => (prefersDark.value ? dusk : paper);
      const created = await createStage({
        ...{ host, palette: colours(), calm: prefersReducedMotion.value, onClip, onFrame },
        ...(renderer && { renderer }),
      });
      stage = created;
      let palette = colours();
      effect(() => {
        if (colours() !== palette) created.setPalette(colours());
        palette = colours();
      });
      effect(() => {
        const [first] = clips.value;
        if (first) created.showIdle(first.recording.plan);
        if (first) created.offer(first);
      });
      effect(() => created.setCalm(prefersReducedMotion.value));
      effect(() => created.setSpeed(speedOf(speedIndex.value)));
      effect(() => created.setPaused(!isPlaying.value));
      effect(() => created.setExtras({ overlays: overlays.value, withGhosts: false, pinned: ghosts.value }));
      effect(() => void showRays().catch(() => {}));
    },
    load: (source) =>
      attempt(async () => {
        const next = await source;
        if (next === undefined) return;
        const now = await verify(next);
        loaded = next;
        batch(() => {
          verified.value = now;
          sceneIndex.value = 0;
          ghosts.value = [];
          time.value = 0;
        });
      }),
    addGhost: (source) =>
      attempt(async () => {
        const file = await source;
        const added = ghostsFrom(file.name, await verify(file), scene.peek());
        ghosts.value = [...ghosts.value, ...added];
      }),
    removeGhost(ghost) {
      ghosts.value = ghosts.value.filter((each) => each !== ghost);
    },
    inspectBrain: () => (loaded ? inspect(loaded, sceneIndex.peek()) : Promise.reject(new Error(words.empty))),
    toggle() {
      if (verified.peek() && !isPlaying.value && time.value >= end.peek()) goToScene(isLast() ? 0 : sceneIndex.peek());
      isPlaying.value = !isPlaying.value;
    },
    seek: (to) => stage?.seek(to),
    step(frames) {
      isPlaying.value = false;
      stage?.step(frames);
    },
    setCamera(next) {
      camera.value = next;
      stage?.follow();
      if (STEPS[next] !== 0) stage?.zoom(STEPS[next]);
    },
    zoom: (steps) => stage?.zoom(steps),
  };
}
