import { type ReadonlySignal, signal } from '@preact/signals';
import type { Act } from '../../view/playback.ts';
import type { Session } from '../session/session.ts';
import { actOf } from './act.ts';
import { crowd } from './crowd.ts';
import { film } from './film.ts';
import type { Sequence } from './sequence.ts';
import type { StageController } from './stage-controller.ts';

const sequences = { film, crowd };
type Mode = 'live' | 'watch' | 'guest' | 'show' | keyof typeof sequences;

/** Chooses what the stage shows: the newest champion, that of any generation, or a sequence. */
export interface StageSelector {
  readonly mode: ReadonlySignal<Mode>;
  /** The generation that is shown; undefined for the newest. */
  readonly watched: ReadonlySignal<number | undefined>;
  /** Shows the champion of a generation; from the last generation on, the newest champion. */
  watch(generation: number): void;
  /** Moves on by this many generations. */
  step(by: number): void;
  live(): void;
  /** Shows an episode from another run until something else is chosen. */
  guest(act: Act): void;
  /** Begins a sequence or ends it. */
  toggle(name: keyof typeof sequences): void;
  /** Begins a sequence of a tool. */
  show(sequence: Sequence): void;
  /** In a crowd, follows the creature this many places lower. */
  follow(by: number): void;
  /** Shows the newest again, when another run begins. */
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

  /** Simulates one episode at a time: of several generations chosen meanwhile only the last. */
  async function serve(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (wanted !== undefined) {
      const generation = wanted;
      wanted = undefined;
      const champion = await session.resimulate(generation).catch(() => undefined);
      if (champion === undefined || mode.value !== 'watch') continue;
      stageController.watch(actOf(session.experiment.value, champion, stageController.ghosts(champion.generation)));
    }
    isBusy = false;
  }

  async function play(next: Mode, sequence: Sequence): Promise<void> {
    const mine = choose(next, last());
    stageController.isHeld.value = false;
    const isOn = () => mine === choice;
    await sequence(session, stageController, {
      isOn,
      at(generation) {
        if (isOn()) watched.value = generation;
      },
    });
    if (!isOn()) return;
    choose('live');
    stageController.live(false);
  }

  function live(): void {
    choose('live');
    stageController.live(true);
  }

  function watch(generation: number): void {
    if (generation >= last()) {
      if (mode.value !== 'live') live();
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
    live,
    guest(act) {
      choose('guest');
      stageController.watch(act);
    },
    toggle(name) {
      if (mode.value === name) live();
      else void play(name, sequences[name]);
    },
    show: (sequence) => void play('show', sequence),
    follow(by) {
      if (mode.value === 'crowd') stageController.picked.value = Math.max(0, stageController.picked.value + by);
    },
    reset: () => void choose('live'),
  };
}
