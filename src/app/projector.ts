import { type ReadonlySignal, signal } from '@preact/signals';
import type { Champion } from '../run/champion.ts';
import type { Session } from './session.ts';
import { spaced } from './spaced.ts';
import type { Theatre } from './theatre.ts';

/** Chooses whose life is on the stage: the newest champion's, that of any generation, or a film of how it was learnt. */
export interface Projector {
  /** Undefined while the newest is shown. */
  readonly watched: ReadonlySignal<number | undefined>;
  readonly isFilm: ReadonlySignal<boolean>;
  /** That generation's champion; the newest from the last generation on. */
  watch(generation: number): void;
  /** So many generations on from what is watched. */
  step(by: number): void;
  live(): void;
  toggleFilm(): void;
  /** For another run. */
  reset(): void;
}

/** Scenes of a film, and seconds of each at most. */
const SCENES = 12;
const SCENE = 4;

/** The beginning of a champion's life. */
function clipped(champion: Champion): Champion {
  const { recording } = champion;
  if (recording === undefined) return champion;
  const frameCount = Math.min(recording.frameCount, Math.ceil(SCENE / recording.frameTimestep));
  return { ...champion, recording: { ...recording, frameCount } };
}

export function createProjector(session: Session, theatre: Theatre): Projector {
  const watched = signal<number | undefined>(undefined);
  const isFilm = signal(false);
  const last = () => session.latest.value?.generation ?? 0;
  let wanted: number | undefined;
  let isBusy = false;
  /** Counts choices: what was asked for an earlier one comes too late. */
  let choice = 0;

  function choose(generation: number | undefined, film = false): number {
    watched.value = generation;
    isFilm.value = film;
    wanted = undefined;
    return ++choice;
  }

  /** However fast one looks through the generations, one life at a time is lived again, the latest asked for next. */
  async function serve(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (wanted !== undefined) {
      const generation = wanted;
      wanted = undefined;
      const champion = await session.relive(generation).catch(() => undefined);
      const isWatching = watched.value !== undefined && !isFilm.value;
      if (champion && isWatching) theatre.watch(session.experiment.value, champion);
    }
    isBusy = false;
  }

  async function play(mine: number): Promise<void> {
    for (const [i, generation] of spaced(last(), SCENES).entries()) {
      const champion = await session.relive(generation).catch(() => undefined);
      if (mine !== choice) return;
      if (champion === undefined) continue;
      const scene = clipped(champion);
      if (i === 0) theatre.watch(session.experiment.value, scene);
      else await theatre.queue(session.experiment.value, scene);
      if (mine !== choice) return;
      watched.value = champion.generation;
    }
    choose(undefined);
    theatre.live(false);
  }

  function live(): void {
    choose(undefined);
    theatre.live(true);
  }

  function watch(generation: number): void {
    if (generation >= last()) {
      if (watched.value !== undefined) live();
      return;
    }
    choose(Math.max(0, generation));
    wanted = watched.value;
    void serve();
  }

  return {
    watched,
    isFilm,
    watch,
    step: (by) => watch((watched.value ?? last()) + by),
    live,
    toggleFilm() {
      if (isFilm.value) live();
      else void play(choose(0, true));
    },
    reset: () => void choose(undefined),
  };
}
