import { effect, type ReadonlySignal, signal, batch as together } from '@preact/signals';
import { stream } from '../../../math/rng.ts';
import { type Entry, lifeOf } from '../../../run/chronicle.ts';
import type { Experiment } from '../../../run/experiment-schema.ts';
import { insideOf, openly } from '../../../run/inside.ts';
import type { Life } from '../../../sim/rollout.ts';
import type { Act } from '../../../view/playback.ts';
import { genomeWith, type Turned, withKnob, withMutation } from '../../net/knobs.ts';
import { type Mind, mindOf } from '../../net/net-activity.ts';
import { measureOf } from '../../session/measure.ts';
import type { Session } from '../../session/session.ts';
import { deedOf } from '../../stage/episode-sentence.ts';
import { raysOf } from '../../stage/rays.ts';
import type { Theatre } from '../../stage/stage-controller.ts';
import type { Projector } from '../../stage/stage-selector.ts';
import { moreOrLess, words } from './words.ts';

/** One life with knobs as they were when it was asked for. */
export interface Trial {
  turned: Turned;
  /** How far it comes, metres. */
  measure: number;
  failed: boolean;
  mind: Mind;
  act: Act;
}

/** A champion whose knobs can be turned. */
export interface Held {
  entry: Entry;
  experiment: Experiment;
  /** As learning left it. */
  base: Trial;
}

/** Where a champion's knobs are turned, one at a time or ten; whoever comes of it walks on the stage beside the champion. */
export interface Workbench {
  readonly held: ReadonlySignal<Held | undefined>;
  readonly turned: ReadonlySignal<Turned>;
  /** The newest life lived with turned knobs, or the champion's own. */
  readonly trial: ReadonlySignal<Trial | undefined>;
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

const recordingOf = ({ recording }: Life) => {
  if (recording === undefined) throw new Error('this life left no recording');
  return recording;
};

/** Lives the champion with these knobs turned, on the ground of its first test. */
async function tryOut(session: Session, entry: Entry, turned: Turned, base?: Trial): Promise<Trial> {
  const genome = genomeWith(entry.genome, turned);
  const batch = openly(lifeOf(session.experiment.value, { ...entry, genome }));
  const life = (await session.live(batch))[0] as Life;
  const recording = recordingOf(life);
  const { experiment } = batch;
  const test = { evaluation: life.evaluation };
  const measure = measureOf(experiment, test, recording);
  const who = base ? words.withTurned(turned.size) : words.heldOf(entry.generation);
  const deed = deedOf(experiment, who, test, measure);
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
  return { turned, measure, failed, mind: mindOf(entry.generation, insideOf(batch, life), recording), act };
}

export function createWorkbench(session: Session, theatre: Theatre, projector: Projector): Workbench {
  const held = signal<Held | undefined>(undefined);
  const turned = signal<Turned>(none);
  const trial = signal<Trial | undefined>(undefined);
  let wanted: Turned | undefined;
  let isBusy = false;
  let mutations = 0;
  /** Counts champions taken: what was asked for an earlier one comes too late. */
  let taken = 0;

  /** A program would go on with itself; whoever looks at the past stays there. */
  function stopProgram(): void {
    const { mode } = projector;
    if (mode.peek() === 'film' || mode.peek() === 'crowd') projector.live();
  }

  function show(next: Trial): void {
    trial.value = next;
    theatre.watch(next.act);
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
      const entry = session.chronicle.at(generation ?? session.latest.value?.generation ?? 0);
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
      projector.live();
    },
    close() {
      stop();
      const wasHeld = held.value !== undefined;
      forget();
      if (wasHeld) projector.live();
    },
  };
}
