import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Verified } from '../../../workers/verify.ts';
import type { ReplaySource } from '../../format/replay-source.ts';
import type { Resimulated } from '../../run/resimulate.ts';
import type { Activations } from '../../run/with-activations.ts';
import type { Guest } from '../../view/company.ts';
import type { OverlayName } from '../../view/overlays/catalogue.ts';
import { dusk, paper } from '../../view/palette.ts';
import { type Act, endOf } from '../../view/playback.ts';
import { createStage, type Stage } from '../../view/stage.ts';
import { prefersCalm, prefersDark, rendererAsked } from '../browser/preferences.ts';
import { speedIndex, speedOf } from '../stage/speed.ts';
import { actsOf, giveSight } from './acts.ts';
import { inspect, verify } from './prover.ts';
import { words } from './words.ts';

export type CameraName = 'follow' | 'close' | 'wide';

/** What the player shows, and the handles on it. */
export interface PlayerState {
  readonly proven: ReadonlySignal<Verified | undefined>;
  /** Place of the scene on the stage; in a race, of the one in front. */
  readonly place: ReadonlySignal<number>;
  /** That scene. */
  readonly relived: ReadonlySignal<Resimulated | undefined>;
  readonly isBusy: ReadonlySignal<boolean>;
  /** What went wrong last; empty for nothing. */
  readonly fault: Signal<string>;
  /** Seconds into the life, and its last. */
  readonly time: ReadonlySignal<number>;
  readonly end: ReadonlySignal<number>;
  readonly isPlaying: ReadonlySignal<boolean>;
  readonly isLooping: Signal<boolean>;
  readonly overlays: Signal<readonly OverlayName[]>;
  /** Whether its brain is seen at work, and numbers. */
  readonly hasNet: Signal<boolean>;
  readonly hasNumbers: Signal<boolean>;
  readonly ghosts: ReadonlySignal<readonly Guest[]>;
  readonly camera: ReadonlySignal<CameraName>;
  open(host: HTMLElement): Promise<void>;
  load(source: Promise<ReplaySource | undefined>): Promise<void>;
  addGhost(source: Promise<ReplaySource>): Promise<void>;
  letGo(ghost: Guest): void;
  /** To another scene of a film. */
  go(place: number): void;
  /** Looks into the brain of the scene on the stage. */
  lookInside(): Promise<Activations>;
  toggle(): void;
  seek(time: number): void;
  step(frames: number): void;
  look(camera: CameraName): void;
  zoom(steps: number): void;
}

/** Steps closer than the camera is by itself. */
const STEPS: Record<CameraName, number> = { follow: 0, close: 2, wide: -3 };

export function createPlayerState(): PlayerState {
  const proven = signal<Verified | undefined>(undefined);
  const [place, time, isBusy, fault] = [signal(0), signal(0), signal(false), signal('')];
  const relived = computed(() => proven.value?.scenes[place.value]);
  const [isPlaying, isLooping] = [signal(!prefersCalm.peek()), signal(true)];
  const [hasNet, hasNumbers] = [signal(false), signal(false)];
  const overlays = signal<readonly OverlayName[]>([]);
  const ghosts = signal<readonly Guest[]>([]);
  const camera = signal<CameraName>('follow');
  const acts = computed<readonly Act[]>(() => (proven.value ? actsOf(proven.value) : []));
  const end = computed(() => (acts.value[place.value] ? endOf(acts.value[place.value] as Act) : 0));
  let from: ReplaySource | undefined;
  let stage: Stage | undefined;
  let guestCount = 0;

  const isLast = () => place.peek() >= acts.peek().length - 1;

  /** A film's next scene waits behind the one that is on. */
  function queue(): void {
    const next = isLast() ? 0 : place.peek() + 1;
    const act = acts.peek()[next];
    if (act && next !== place.peek() && (next > 0 || isLooping.peek())) stage?.offer(act);
  }

  function go(to: number): void {
    const act = acts.peek()[to];
    if (act === undefined || stage === undefined) return;
    batch(() => {
      place.value = to;
      time.value = 0;
    });
    stage.cut(act);
    stage.seek(0);
  }

  function onAct(act: Act): void {
    place.value = Math.max(0, acts.peek().indexOf(act));
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
      fault.value = error instanceof Error ? error.message : String(error);
    }
    isBusy.value = false;
  }

  function onLook(seen: { time: number }): void {
    time.value = seen.time;
    const isOver = proven.peek() && isLast() && seen.time >= end.peek();
    if (isOver && isPlaying.peek() && !isLooping.peek()) isPlaying.value = false;
  }

  /** What the creature sees by is cast only for who wants to see it. */
  async function castSight(): Promise<void> {
    const [now, all] = [proven.value, acts.value];
    if (!overlays.value.includes('sight') || now === undefined || !(await giveSight(now, all))) return;
    const act = acts.peek()[place.peek()];
    if (act && all.includes(act)) stage?.cut(act);
  }

  return {
    ...{ proven, place, relived, isBusy, fault, time, end, isPlaying, isLooping },
    ...{ overlays, hasNet, hasNumbers, ghosts, camera, go },
    async open(host) {
      const renderer = rendererAsked(location.search);
      const colours = () => (prefersDark.value ? dusk : paper);
      const opened = await createStage({
        ...{ host, palette: colours(), calm: prefersCalm.value, onAct, onLook },
        ...(renderer && { renderer }),
      });
      stage = opened;
      let palette = colours();
      effect(() => {
        if (colours() !== palette) opened.setPalette(colours());
        palette = colours();
      });
      effect(() => {
        const [first] = acts.value;
        if (first) opened.stand(first.recording.plan);
        if (first) opened.offer(first);
      });
      effect(() => opened.setCalm(prefersCalm.value));
      effect(() => opened.setSpeed(speedOf(speedIndex.value)));
      effect(() => opened.setHeld(!isPlaying.value));
      effect(() => opened.show({ overlays: overlays.value, withGhosts: false, guests: ghosts.value }));
      effect(() => void castSight().catch(() => {}));
    },
    load: (source) =>
      attempt(async () => {
        const next = await source;
        if (next === undefined) return;
        const now = await verify(next);
        from = next;
        batch(() => {
          proven.value = now;
          place.value = 0;
          ghosts.value = [];
          time.value = 0;
        });
      }),
    addGhost: (source) =>
      attempt(async () => {
        const file = await source;
        const name = file.name.replace(/\.\w+$/, '');
        const { scenes } = await verify(file);
        const plan = JSON.stringify(relived.peek()?.recording.plan);
        if (scenes.some(({ recording }) => JSON.stringify(recording.plan) !== plan))
          throw new Error(words.notSameBody(file.name));
        // Of no generation of this run: none of them is the one in front.
        const guests = scenes.map(({ recording, generation }) => {
          const called = scenes.length > 1 ? `${name}, ${generation}` : name;
          return { generation: -++guestCount, words: called, recording };
        });
        ghosts.value = [...ghosts.value, ...guests];
      }),
    letGo(ghost) {
      ghosts.value = ghosts.value.filter((each) => each !== ghost);
    },
    lookInside: () => (from ? inspect(from, place.peek()) : Promise.reject(new Error(words.empty))),
    toggle() {
      if (proven.peek() && !isPlaying.value && time.value >= end.peek()) go(isLast() ? 0 : place.peek());
      isPlaying.value = !isPlaying.value;
    },
    seek: (to) => stage?.seek(to),
    step(frames) {
      isPlaying.value = false;
      stage?.step(frames);
    },
    look(next) {
      camera.value = next;
      stage?.follow();
      if (STEPS[next] !== 0) stage?.zoom(STEPS[next]);
    },
    zoom: (steps) => stage?.zoom(steps),
  };
}
