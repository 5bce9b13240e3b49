import { createHash } from '../../src/math/hash.ts';
import { type Episode, type EpisodeRequest, rollout, type Setup } from '../../src/sim/rollout.ts';
import type { SimState } from '../../src/sim/sim-state.ts';
import type { Task } from '../../src/sim/task.ts';

/** What an episode went through, as short hashes: enough to say where another one first differs. */
export interface EpisodeTrace {
  /** For each second that was begun, 4 hexadecimal digits for each part of the body: all its states in that second. */
  seconds: string[];
  fitness: string;
  energy: string;
  /** Of the moments of all observations. */
  observed: string;
}

/** Hexadecimal digits of a part in a second. */
export const PART_DIGITS = 4;

function shortHash(...numbers: ArrayLike<number>[]): string {
  const hash = createHash();
  for (const each of numbers) hash.addAll(each);
  return hash.digest().slice(0, PART_DIGITS);
}

/** The task, with `look` called after every control step. It changes no result. */
function watched(task: Task, look: (state: SimState) => void): Task {
  return {
    ...task,
    judge(settings) {
      const judge = task.judge(settings);
      return {
        ...judge,
        progress(state) {
          look(state);
          return judge.progress(state);
        },
      };
    },
  };
}

/** The episode of the simulation's own `rollout`, and its trace. */
export function tracedEpisode(setup: Setup, request: EpisodeRequest): { episode: Episode; trace: EpisodeTrace } {
  const parts = setup.plan.parts.map((_, part) => part);
  const { controlEvery, physicsRate } = setup.settings;
  const stepsPerSecond = Math.max(1, Math.round(physicsRate / controlEvery));
  const seconds: string[] = [];
  let hashes = parts.map(() => createHash());
  let steps = 0;
  const endSecond = () => {
    seconds.push(hashes.map((hash) => hash.digest().slice(0, PART_DIGITS)).join(''));
    hashes = parts.map(() => createHash());
  };
  const look = ({ physics }: SimState) => {
    for (const [part, hash] of hashes.entries()) {
      hash.addAll([physics.x(part), physics.y(part), physics.angle(part)]);
      hash.addAll([physics.vx(part), physics.vy(part), physics.omega(part)]);
    }
    steps++;
    if (steps % stepsPerSecond === 0) endSecond();
  };
  const episode = rollout({ ...setup, task: watched(setup.task, look) }, request);
  if (steps % stepsPerSecond !== 0) endSecond();
  const { evaluation, observed } = episode;
  const trace = {
    seconds,
    fitness: shortHash([evaluation.fitness]),
    energy: shortHash([evaluation.metrics.energy]),
    observed: shortHash([observed.count], observed.mean, observed.squares),
  };
  return { episode, trace };
}
