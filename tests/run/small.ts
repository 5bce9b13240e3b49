import { bodies } from '../../src/creature/bodies.ts';
import type { Genome } from '../../src/creature/genome.ts';
import { emptyMoments, observe } from '../../src/math/stats.ts';
import type { Evaluator } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { partnerOf } from '../../src/run/pairing.ts';
import { type Generation, type RunOptions, type RunState, run } from '../../src/run/run.ts';
import { createGaitMeter } from '../../src/sim/gait/meter.ts';
import type { Episode, EpisodeRequest } from '../../src/sim/rollout.ts';

/** An experiment of a tenth of a second a generation, with what is given otherwise. */
export function small(some: Record<string, object | number | string> = {}): Experiment {
  const { task, brain, optimizer, ...rest } = some as Record<string, { name?: string }>;
  const [reader, searcher] = [brain?.name ?? 'linear', optimizer?.name ?? 'snes'];
  return parseExperiment({
    seed: 3,
    ...rest,
    task: { name: 'walk', duration: 2, ...task },
    brain: { name: optimizer ? (partnerOf('optimizer', searcher, reader) ?? reader) : reader, ...brain },
    optimizer: {
      name: brain ? (partnerOf('brain', reader, searcher) ?? searcher) : searcher,
      populationSize: 6,
      ...optimizer,
    },
  });
}

/** So many generations of a run. */
export async function take(
  count: number,
  from: Experiment | RunState,
  evaluator: Evaluator,
  options: RunOptions = {},
): Promise<Generation[]> {
  const taken: Generation[] = [];
  for await (const generation of run(from, evaluator, options)) {
    if (taken.push(generation) === count) break;
  }
  return taken;
}

/** A made-up episode of 10 steps, whose observation is the first numbers of its genome. */
export function lifeOf(fitness: number, { genome, record }: EpisodeRequest): Episode {
  const observed = emptyMoments(2);
  observe(observed, [genome[0]!, 1]);
  observe(observed, [genome[1]!, 2]);
  const ending = Number.isNaN(fitness) ? 'failed' : 'truncated';
  const metrics = {
    distance: fitness,
    duration: 1,
    speed: fitness,
    energy: 1,
    costOfTransport: 1,
    falls: 0,
    meanHeight: 1,
    flight: 0,
    dutyFactors: [],
    support: 0,
    gait: createGaitMeter(bodies.biped, 60).read({ distance: 0, hasFallen: false, gravity: 10 }),
  };
  const recording = record ? ({} as NonNullable<Episode['recording']>) : undefined;
  return {
    evaluation: {
      fitness,
      return: fitness,
      steps: 10,
      ending,
      metrics,
      descriptor: [0, 0, 0, 0, 0],
      hash: '0123456789abcdef',
    },
    observed: ending === 'failed' ? emptyMoments(2) : observed,
    recording,
    trace: '',
  };
}

/** An evaluator without physics: `fitness` gives the fitness of each request, counted in order over all batches. */
export function pretending(fitness: (request: EpisodeRequest, index: number) => number) {
  const asked: EpisodeRequest[] = [];
  const batches: { experiment: Experiment; requests: EpisodeRequest[] }[] = [];
  const evaluator: Evaluator = {
    evaluate: async (batch) => {
      batches.push(batch);
      return batch.requests.map((request) => lifeOf(fitness(request, asked.push(request) - 1), request));
    },
    close: async () => {},
  };
  return { evaluator, asked, batches };
}

/** Rises with the first weight. */
export const first = ({ genome }: { genome: Genome }) => genome[0]!;
