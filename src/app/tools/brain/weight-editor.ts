import { effect, type ReadonlySignal, signal, batch as together } from '@preact/signals';
import { stream } from '../../../math/rng.ts';
import type { ChampionEntry } from '../../../run/champion-history.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { type WeightEdits, withEdit, withMutation } from '../../net/net-parameters.ts';
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
  readonly edits: ReadonlySignal<WeightEdits>;
  /** The latest episode with edited weights, or the champion's own. */
  readonly trial: ReadonlySignal<WeightTrial | undefined>;
  /** Begins to edit the champion of a generation, by default the newest. */
  edit(generation?: number): Promise<void>;
  /** @param index in the genome */
  setWeight(index: number, value: number): void;
  resetWeight(index: number): void;
  mutateTen(): void;
  resetAll(): void;
  /** Stops editing; the stage shows the run again. */
  stopEditing(): void;
  close(): void;
}

const NO_EDITS: WeightEdits = new Map();

export function createWeightEditor(
  session: Session,
  stageController: StageController,
  stageSelector: StageSelector,
): WeightEditor {
  const edited = signal<EditedBrain | undefined>(undefined);
  const edits = signal<WeightEdits>(NO_EDITS);
  const trial = signal<WeightTrial | undefined>(undefined);
  let wanted: WeightEdits | undefined;
  let isBusy = false;
  let mutations = 0;
  /** Counts the brains that were edited; results for an earlier one are dropped. */
  let editCount = 0;

  /** Stops a film or a crowd, which would replace the clip. */
  function stopSequence(): void {
    const { mode } = stageSelector;
    if (mode.peek() === 'film' || mode.peek() === 'crowd') stageSelector.watchNewest();
  }

  function show(next: WeightTrial): void {
    trial.value = next;
    stageController.watch(next.clip);
  }

  /** Simulates the latest edits, one episode at a time, however fast a slider moves. */
  async function process(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (wanted !== undefined && edited.value !== undefined) {
      const [latest, mine, { entry, base }] = [wanted, editCount, edited.value];
      wanted = undefined;
      const next =
        latest.size === 0
          ? { ...base, edits: latest }
          : await runTrial(session, entry, latest, base).catch(() => undefined);
      if (next !== undefined && mine === editCount) show(next);
    }
    isBusy = false;
  }

  function set(next: WeightEdits): void {
    edits.value = next;
    wanted = next;
    void process();
  }

  function forget(): void {
    editCount++;
    wanted = undefined;
    together(() => {
      edited.value = undefined;
      edits.value = NO_EDITS;
      trial.value = undefined;
    });
  }

  // Another run has begun, and the stage shows it.
  const stop = effect(() => {
    if (session.latest.value === undefined) forget();
  });

  return {
    edited,
    edits,
    trial,
    async edit(generation) {
      const entry = session.championHistory.at(generation ?? session.latest.value?.generation ?? 0);
      if (entry === undefined) return;
      const mine = ++editCount;
      wanted = undefined;
      const base = await runTrial(session, entry, NO_EDITS).catch(() => undefined);
      if (base === undefined || mine !== editCount) return;
      mutations = 0;
      stopSequence();
      together(() => {
        edited.value = { entry, experiment: session.experiment.value, base };
        edits.value = NO_EDITS;
      });
      show(base);
    },
    setWeight(parameter, value) {
      if (edited.value) set(withEdit(edits.value, edited.value.entry.genome, parameter, value));
    },
    resetWeight(parameter) {
      if (edited.value)
        set(withEdit(edits.value, edited.value.entry.genome, parameter, edited.value.entry.genome[parameter]!));
    },
    mutateTen() {
      if (edited.value === undefined) return;
      const { entry, experiment, base } = edited.value;
      const rng = stream(experiment.seed, 'ten knobs', entry.generation, mutations++);
      set(withMutation(edits.value, entry.genome, base.activity.parameters, 10, rng));
    },
    resetAll: () => set(NO_EDITS),
    stopEditing() {
      if (edited.value === undefined) return;
      forget();
      stageSelector.watchNewest();
    },
    close() {
      stop();
      const wasEditing = edited.value !== undefined;
      forget();
      if (wasEditing) stageSelector.watchNewest();
    },
  };
}
