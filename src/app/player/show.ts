import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ReplaySource } from '../../format/replay-source.ts';
import type { Relived } from '../../run/relive.ts';
import type { Guest } from '../../view/company.ts';
import type { OverlayName } from '../../view/overlays/catalogue.ts';
import { dusk, paper } from '../../view/palette.ts';
import type { Act } from '../../view/playback.ts';
import { lengthOf } from '../../view/pose.ts';
import { createStage, type Stage } from '../../view/stage.ts';
import { prefersCalm, prefersDark, rendererAsked } from '../preferences.ts';
import { speedIndex, speedOf } from '../speed.ts';
import { metres } from './metres.ts';
import { prove } from './prover.ts';
import { words } from './words.ts';

export type CameraName = keyof typeof words.cameras;

/** What the player shows, and the handles on it. */
export interface Show {
  readonly relived: ReadonlySignal<Relived | undefined>;
  readonly isBusy: ReadonlySignal<boolean>;
  /** What went wrong last; empty for nothing. */
  readonly fault: Signal<string>;
  /** Seconds into the life. */
  readonly time: ReadonlySignal<number>;
  readonly isPlaying: ReadonlySignal<boolean>;
  readonly isLooping: Signal<boolean>;
  readonly overlays: Signal<readonly OverlayName[]>;
  readonly ghosts: ReadonlySignal<readonly Guest[]>;
  readonly camera: ReadonlySignal<CameraName>;
  open(host: HTMLElement): Promise<void>;
  load(source: Promise<ReplaySource | undefined>): Promise<void>;
  addGhost(source: Promise<ReplaySource>): Promise<void>;
  letGo(ghost: Guest): void;
  toggle(): void;
  seek(time: number): void;
  step(frames: number): void;
  look(camera: CameraName): void;
  zoom(steps: number): void;
}

/** Steps closer than the camera is by itself. */
const STEPS: Record<CameraName, number> = { follow: 0, close: 2, wide: -3 };

export const titleOf = ({ body, task, generation, distance }: Relived): string =>
  words.title(body, task, generation, metres(distance));

function actOf(relived: Relived): Act {
  const { recording, generation, distance, evaluation } = relived;
  return {
    generation,
    words: titleOf(relived),
    distance,
    fell: evaluation.ending === 'terminated',
    recording,
    ghosts: [],
  };
}

export function createShow(): Show {
  const relived = signal<Relived | undefined>(undefined);
  const [isBusy, fault, time] = [signal(false), signal(''), signal(0)];
  const [isPlaying, isLooping] = [signal(!prefersCalm.peek()), signal(true)];
  const overlays = signal<readonly OverlayName[]>([]);
  const ghosts = signal<readonly Guest[]>([]);
  const camera = signal<CameraName>('follow');
  let stage: Stage | undefined;
  let guestCount = 0;

  function enter(now: Relived | undefined): void {
    if (now === undefined || stage === undefined) return;
    stage.stand(now.recording.plan);
    stage.offer(actOf(now));
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
    const now = relived.peek();
    if (now && isPlaying.peek() && !isLooping.peek() && seen.time >= lengthOf(now.recording)) isPlaying.value = false;
  }

  return {
    ...{ relived, isBusy, fault, time, isPlaying, isLooping, overlays, ghosts, camera },
    async open(host) {
      const renderer = rendererAsked(location.search);
      const colours = () => (prefersDark.value ? dusk : paper);
      const opened = await createStage({
        ...{ host, palette: colours(), calm: prefersCalm.value, onAct: () => {}, onLook },
        ...(renderer && { renderer }),
      });
      stage = opened;
      enter(relived.peek());
      let palette = colours();
      effect(() => {
        if (colours() !== palette) opened.setPalette(colours());
        palette = colours();
      });
      effect(() => opened.setCalm(prefersCalm.value));
      effect(() => opened.setSpeed(speedOf(speedIndex.value)));
      effect(() => opened.setHeld(!isPlaying.value));
      effect(() => opened.show({ overlays: overlays.value, withGhosts: false, guests: ghosts.value }));
    },
    load: (source) =>
      attempt(async () => {
        const from = await source;
        if (from === undefined) return;
        const now = await prove(from);
        batch(() => {
          relived.value = now;
          ghosts.value = [];
          time.value = 0;
        });
        enter(now);
      }),
    addGhost: (source) =>
      attempt(async () => {
        const from = await source;
        const { recording } = await prove(from);
        if (JSON.stringify(recording.plan) !== JSON.stringify(relived.peek()?.recording.plan))
          throw new Error(words.notSameBody(from.name));
        // Of no generation of this run: none of them is the one in front.
        const guest = { generation: -++guestCount, words: from.name.replace(/\.\w+$/, ''), recording };
        ghosts.value = [...ghosts.value, guest];
      }),
    letGo(ghost) {
      ghosts.value = ghosts.value.filter((each) => each !== ghost);
    },
    toggle() {
      const now = relived.peek();
      if (now && !isPlaying.value && time.value >= lengthOf(now.recording)) stage?.seek(0);
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
