import { type ReadonlySignal, signal } from '@preact/signals';
import type { Clip } from '../../view/playback.ts';
import type { Session } from '../session/session.ts';
import { clipOf } from './clip.ts';
import { crowd } from './crowd.ts';
import { film } from './film.ts';
import type { Sequence } from './sequence.ts';
import type { StageController } from './stage-controller.ts';

const sequences = { film, crowd };
type Mode = 'live' | 'watch' | 'other' | 'sequence' | keyof typeof sequences;

/** Chooses what the stage shows: the newest champion, that of another generation, a sequence, or a clip of another run. */
export interface StageSelector {
  readonly mode: ReadonlySignal<Mode>;
  /** The generation that is shown; undefined for the newest. */
  readonly watched: ReadonlySignal<number | undefined>;
  /** Shows the champion of a generation; from the last generation on, the newest champion. */
  watch(generation: number): void;
  /** Selects the generation this many later; negative for earlier. */
  step(by: number): void;
  watchNewest(): void;
  /** Shows a clip from another run until something else is chosen. */
  showOther(clip: Clip): void;
  /** Begins a sequence or ends it. */
  toggle(name: keyof typeof sequences): void;
  /** Begins a tool's sequence. */
  playSequence(sequence: Sequence): void;
  /** In a crowd, follows the creature this many ranks lower. */
  follow(by: number): void;
  /** Selects the newest champion, when another run begins. */
  reset(): void;
}

export function createStageSelector(session: Session, stageController: StageController): StageSelector {
  const watched = signal<number | undefined>(undefined);
  const mode = signal<Mode>('live');
  const last = () => session.latest.value?.generation ?? 0;
  let wanted: number | undefined;
  let isBusy = false;
  /** Counts choices, so that the result of an earlier one is ignored. */
  let choice = 0;

  function choose(next: Mode, generation?: number): number {
    watched.value = generation;
    mode.value = next;
    wanted = undefined;
    return ++choice;
  }

  /** Simulates the last generation that was chosen; one episode at a time. */
  async function serve(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (wanted !== undefined) {
      const generation = wanted;
      wanted = undefined;
      const champion = await session.resimulate(generation).catch(() => undefined);
      if (champion === undefined || mode.value !== 'watch') continue;
      stageController.watch(clipOf(session.experiment.value, champion, stageController.ghosts(champion.generation)));
    }
    isBusy = false;
  }

  async function play(next: Mode, sequence: Sequence): Promise<void> {
    const mine = choose(next, last());
    stageController.isPaused.value = false;
    const isOn = () => mine === choice;
    await sequence(session, stageController, {
      isOn,
      at(generation) {
        if (isOn()) watched.value = generation;
      },
    });
    if (!isOn()) return;
    choose('live');
    stageController.returnToNewest(false);
  }

  function watchNewest(): void {
    choose('live');
    stageController.returnToNewest(true);
  }

  function watch(generation: number): void {
    if (generation >= last()) {
      if (mode.value !== 'live') watchNewest();
      return;
    }
    choose('watch', Math.max(0, generation));
    wanted = watched.value;
    void serve();
  }

  return {
    mode,
    watched,
    watch,
    step: (by) => watch((watched.value ?? last()) + by),
    watchNewest,
    showOther(clip) {
      choose('other');
      stageController.watch(clip);
    },
    toggle(name) {
      if (mode.value === name) watchNewest();
      else void play(name, sequences[name]);
    },
    playSequence: (sequence) => void play('sequence', sequence),
    follow(by) {
      if (mode.value === 'crowd') stageController.picked.value = Math.max(0, stageController.picked.value + by);
    },
    reset: () => void choose('live'),
  };
}
