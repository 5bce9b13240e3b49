import { type ReadonlySignal, signal } from '@preact/signals';
import type { Act } from '../../view/playback.ts';
import type { Session } from '../session/session.ts';
import { actOf } from './act.ts';
import { crowd } from './crowd.ts';
import { film } from './film.ts';
import type { Sequence } from './sequence.ts';
import type { StageController } from './stage-controller.ts';

const programs = { film, crowd };
type Mode = 'live' | 'watch' | 'guest' | 'show' | keyof typeof programs;

/** Chooses whose life is on the stage: the newest champion's, that of any generation, or a program. */
export interface StageSelector {
  readonly mode: ReadonlySignal<Mode>;
  /** Undefined while the newest is shown. */
  readonly watched: ReadonlySignal<number | undefined>;
  /** That generation's champion; the newest from the last generation on. */
  watch(generation: number): void;
  /** So many generations on from what is watched. */
  step(by: number): void;
  live(): void;
  /** Somebody who is not of this run, until another choice is made. */
  guest(act: Act): void;
  /** Begins a program or ends it. */
  toggle(program: keyof typeof programs): void;
  /** Gives the stage to a program from elsewhere. */
  show(program: Sequence): void;
  /** In a crowd, whoever is so many places worse. */
  follow(by: number): void;
  /** For another run. */
  reset(): void;
}

export function createStageSelector(session: Session, stageController: StageController): StageSelector {
  const watched = signal<number | undefined>(undefined);
  const mode = signal<Mode>('live');
  const last = () => session.latest.value?.generation ?? 0;
  let wanted: number | undefined;
  let isBusy = false;
  /** Counts choices: what was asked for an earlier one comes too late. */
  let choice = 0;

  function choose(next: Mode, generation?: number): number {
    watched.value = generation;
    mode.value = next;
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
      if (champion === undefined || mode.value !== 'watch') continue;
      stageController.watch(actOf(session.experiment.value, champion, stageController.ghosts(champion.generation)));
    }
    isBusy = false;
  }

  async function play(next: Mode, program: Sequence): Promise<void> {
    const mine = choose(next, last());
    stageController.isHeld.value = false;
    const isOn = () => mine === choice;
    await program(session, stageController, {
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
    toggle(program) {
      if (mode.value === program) live();
      else void play(program, programs[program]);
    },
    show: (program) => void play('show', program),
    follow(by) {
      if (mode.value === 'crowd') stageController.picked.value = Math.max(0, stageController.picked.value + by);
    },
    reset: () => void choose('live'),
  };
}
