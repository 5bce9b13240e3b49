import { effect, type ReadonlySignal, signal, batch as together } from '@preact/signals';
import { stream } from '../../../math/rng.ts';
import type { ChampionEntry } from '../../../run/champion-history.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { type Turned, withKnob, withMutation } from '../../net/knobs.ts';
import type { Session } from '../../session/session.ts';
import type { StageController } from '../../stage/stage-controller.ts';
import type { StageSelector } from '../../stage/stage-selector.ts';
import { runTrial, type WeightTrial } from './weight-trial.ts';

/** The champion whose weights are being edited. */
export interface EditedBrain {
  entry: ChampionEntry;
  experiment: Experiment;
  /** Its episode with unchanged weights. */
  base: WeightTrial;
}

/** Edits a champion's weights and shows the resulting episode on the stage, with the champion as ghost. */
export interface WeightEditor {
  readonly edited: ReadonlySignal<EditedBrain | undefined>;
  readonly turned: ReadonlySignal<Turned>;
  /** The latest episode with edited weights, or the champion's own. */
  readonly trial: ReadonlySignal<WeightTrial | undefined>;
  /** Begins to edit the champion of a generation, by default the newest. */
  take(generation?: number): Promise<void>;
  turn(parameter: number, value: number): void;
  turnBack(parameter: number): void;
  turnTen(): void;
  turnAllBack(): void;
  /** Stops editing; the stage shows the run again. */
  stopEditing(): void;
  close(): void;
}

const none: Turned = new Map();

export function createWeightEditor(
  session: Session,
  stageController: StageController,
  stageSelector: StageSelector,
): WeightEditor {
  const edited = signal<EditedBrain | undefined>(undefined);
  const turned = signal<Turned>(none);
  const trial = signal<WeightTrial | undefined>(undefined);
  let wanted: Turned | undefined;
  let isBusy = false;
  let mutations = 0;
  /** Counts champions taken: results for an earlier one are dropped. */
  let taken = 0;

  /** Stops a film or crowd, which would replace the act; a generation that is being watched stays. */
  function stopSequence(): void {
    const { mode } = stageSelector;
    if (mode.peek() === 'film' || mode.peek() === 'crowd') stageSelector.live();
  }

  function show(next: WeightTrial): void {
    trial.value = next;
    stageController.watch(next.act);
  }

  /** Simulates the latest edits, one episode at a time, however fast a slider moves. */
  async function process(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (wanted !== undefined && edited.value !== undefined) {
      const [knobs, mine, { entry, base }] = [wanted, taken, edited.value];
      wanted = undefined;
      const next =
        knobs.size === 0
          ? { ...base, turned: knobs }
          : await runTrial(session, entry, knobs, base).catch(() => undefined);
      if (next !== undefined && mine === taken) show(next);
    }
    isBusy = false;
  }

  function set(next: Turned): void {
    turned.value = next;
    wanted = next;
    void process();
  }

  function forget(): void {
    taken++;
    wanted = undefined;
    together(() => {
      edited.value = undefined;
      turned.value = none;
      trial.value = undefined;
    });
  }

  // Another run has begun, and the stage shows it.
  const stop = effect(() => {
    if (session.latest.value === undefined) forget();
  });

  return {
    edited,
    turned,
    trial,
    async take(generation) {
      const entry = session.championHistory.at(generation ?? session.latest.value?.generation ?? 0);
      if (entry === undefined) return;
      const mine = ++taken;
      wanted = undefined;
      const base = await runTrial(session, entry, none).catch(() => undefined);
      if (base === undefined || mine !== taken) return;
      mutations = 0;
      stopSequence();
      together(() => {
        edited.value = { entry, experiment: session.experiment.value, base };
        turned.value = none;
      });
      show(base);
    },
    turn(parameter, value) {
      if (edited.value) set(withKnob(turned.value, edited.value.entry.genome, parameter, value));
    },
    turnBack(parameter) {
      if (edited.value)
        set(withKnob(turned.value, edited.value.entry.genome, parameter, edited.value.entry.genome[parameter]!));
    },
    turnTen() {
      if (edited.value === undefined) return;
      const { entry, experiment, base } = edited.value;
      const rng = stream(experiment.seed, 'ten knobs', entry.generation, mutations++);
      set(withMutation(turned.value, entry.genome, base.activity.knobs, 10, rng));
    },
    turnAllBack: () => set(none),
    stopEditing() {
      if (edited.value === undefined) return;
      forget();
      stageSelector.live();
    },
    close() {
      stop();
      const wasEditing = edited.value !== undefined;
      forget();
      if (wasEditing) stageSelector.live();
    },
  };
}
