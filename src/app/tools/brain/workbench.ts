import { effect, type ReadonlySignal, signal, batch as together } from '@preact/signals';
import { stream } from '../../../math/rng.ts';
import { type ChampionEntry, episodeBatch } from '../../../run/champion-history.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { activationsFor, withActivations } from '../../../run/with-activations.ts';
import type { Episode } from '../../../sim/rollout.ts';
import type { Act } from '../../../view/playback.ts';
import { genomeWith, type Turned, withKnob, withMutation } from '../../net/knobs.ts';
import { type NetActivity, netActivityOf } from '../../net/net-activity.ts';
import { measureOf } from '../../session/measure.ts';
import type { Session } from '../../session/session.ts';
import { describeEpisode } from '../../stage/episode-sentence.ts';
import { raysOf } from '../../stage/rays.ts';
import type { StageController } from '../../stage/stage-controller.ts';
import type { StageSelector } from '../../stage/stage-selector.ts';
import { moreOrLess, words } from './words.ts';

/** One life with knobs as they were when it was asked for. */
export interface WeightTrial {
  turned: Turned;
  /** How far it comes, metres. */
  measure: number;
  failed: boolean;
  mind: NetActivity;
  act: Act;
}

/** A champion whose knobs can be turned. */
export interface EditedBrain {
  entry: ChampionEntry;
  experiment: Experiment;
  /** As learning left it. */
  base: WeightTrial;
}

/** Where a champion's knobs are turned, one at a time or ten; whoever comes of it walks on the stage beside the champion. */
export interface WeightEditor {
  readonly held: ReadonlySignal<EditedBrain | undefined>;
  readonly turned: ReadonlySignal<Turned>;
  /** The newest life lived with turned knobs, or the champion's own. */
  readonly trial: ReadonlySignal<WeightTrial | undefined>;
  /** Takes the champion of a generation, the newest without one. */
  take(generation?: number): Promise<void>;
  turn(parameter: number, value: number): void;
  turnBack(parameter: number): void;
  turnTen(): void;
  turnAllBack(): void;
  letGo(): void;
  close(): void;
}

const none: Turned = new Map();

const recordingOf = ({ recording }: Episode) => {
  if (recording === undefined) throw new Error('this life left no recording');
  return recording;
};

/** Lives the champion with these knobs turned, on the ground of its first test. */
async function tryOut(
  session: Session,
  entry: ChampionEntry,
  turned: Turned,
  base?: WeightTrial,
): Promise<WeightTrial> {
  const genome = genomeWith(entry.genome, turned);
  const batch = withActivations(episodeBatch(session.experiment.value, { ...entry, genome }));
  const life = (await session.live(batch))[0] as Episode;
  const recording = recordingOf(life);
  const { experiment } = batch;
  const test = { evaluation: life.evaluation };
  const measure = measureOf(experiment, test, recording);
  const who = base ? words.withTurned(turned.size) : words.heldOf(entry.generation);
  const deed = describeEpisode(experiment, who, test, measure);
  const act: Act = {
    generation: entry.generation,
    words: base ? `${deed.slice(0, -1)}: ${moreOrLess(measure - base.measure)}.` : deed,
    distance: life.evaluation.metrics.distance,
    fell: life.evaluation.ending === 'terminated',
    recording,
    rays: raysOf(experiment, recording),
    ghosts: base ? [base.act.recording] : [],
  };
  const failed = life.evaluation.ending === 'failed';
  return {
    turned,
    measure,
    failed,
    mind: netActivityOf(entry.generation, activationsFor(batch, life), recording),
    act,
  };
}

export function createWeightEditor(
  session: Session,
  stageController: StageController,
  stageSelector: StageSelector,
): WeightEditor {
  const held = signal<EditedBrain | undefined>(undefined);
  const turned = signal<Turned>(none);
  const trial = signal<WeightTrial | undefined>(undefined);
  let wanted: Turned | undefined;
  let isBusy = false;
  let mutations = 0;
  /** Counts champions taken: what was asked for an earlier one comes too late. */
  let taken = 0;

  /** A program would go on with itself; whoever looks at the past stays there. */
  function stopProgram(): void {
    const { mode } = stageSelector;
    if (mode.peek() === 'film' || mode.peek() === 'crowd') stageSelector.live();
  }

  function show(next: WeightTrial): void {
    trial.value = next;
    stageController.watch(next.act);
  }

  /** However fast a knob is turned, one life at a time is lived, the latest asked for next. */
  async function serve(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (wanted !== undefined && held.value !== undefined) {
      const [knobs, mine, { entry, base }] = [wanted, taken, held.value];
      wanted = undefined;
      const next =
        knobs.size === 0
          ? { ...base, turned: knobs }
          : await tryOut(session, entry, knobs, base).catch(() => undefined);
      if (next !== undefined && mine === taken) show(next);
    }
    isBusy = false;
  }

  function set(next: Turned): void {
    turned.value = next;
    wanted = next;
    void serve();
  }

  function forget(): void {
    taken++;
    wanted = undefined;
    together(() => {
      held.value = undefined;
      turned.value = none;
      trial.value = undefined;
    });
  }

  // Another run has begun: its stage is its own.
  const stop = effect(() => {
    if (session.latest.value === undefined) forget();
  });

  return {
    held,
    turned,
    trial,
    async take(generation) {
      const entry = session.championHistory.at(generation ?? session.latest.value?.generation ?? 0);
      if (entry === undefined) return;
      const mine = ++taken;
      wanted = undefined;
      const base = await tryOut(session, entry, none).catch(() => undefined);
      if (base === undefined || mine !== taken) return;
      mutations = 0;
      stopProgram();
      together(() => {
        held.value = { entry, experiment: session.experiment.value, base };
        turned.value = none;
      });
      show(base);
    },
    turn(parameter, value) {
      if (held.value) set(withKnob(turned.value, held.value.entry.genome, parameter, value));
    },
    turnBack(parameter) {
      if (held.value)
        set(withKnob(turned.value, held.value.entry.genome, parameter, held.value.entry.genome[parameter] as number));
    },
    turnTen() {
      if (held.value === undefined) return;
      const { entry, experiment, base } = held.value;
      const rng = stream(experiment.seed, 'ten knobs', entry.generation, mutations++);
      set(withMutation(turned.value, entry.genome, base.mind.knobs, 10, rng));
    },
    turnAllBack: () => set(none),
    letGo() {
      if (held.value === undefined) return;
      forget();
      stageSelector.live();
    },
    close() {
      stop();
      const wasHeld = held.value !== undefined;
      forget();
      if (wasHeld) stageSelector.live();
    },
  };
}
