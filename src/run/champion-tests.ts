import type { Genome } from '../creature/genome.ts';
import type { Episode, EpisodeRequest } from '../sim/rollout.ts';
import { championOf } from './champion.ts';
import type { Evaluator } from './evaluator.ts';
import type { Experiment } from './experiment-schema.ts';
import type { RequestsFor } from './generation-requests.ts';

/** Tests of a champion, and their episodes in the same order. */
export interface ChampionTests {
  requests: EpisodeRequest[];
  episodes: Episode[];
}

/** The generation whose champion is tested. */
interface Circumstances {
  experiment: Experiment;
  generation: number;
  /** Best mean test fitness so far. */
  record: number;
  /** The genome with the best fitness in training; undefined if all failed. */
  best: Genome | undefined;
}

/**
 * Completes the tests of a generation's champion. The mean of the search has its first tests together with the training; the best
 * genome of the generation is known only now. A champion that would be the record by its first tests gets `run.recordTrials` more on
 * further grounds: its fitness is the mean over all, so luck on a few grounds is not enough for a record.
 */
export async function completeTests(
  { requests, episodes }: ChampionTests,
  { experiment, generation, record, best }: Circumstances,
  requestsFor: RequestsFor,
  evaluator: Evaluator,
): Promise<ChampionTests> {
  const { champion, championTrials, recordTrials } = experiment.run;
  const test = async (genome: Genome, count: number, from = 0): Promise<ChampionTests> => {
    const asked = requestsFor(genome, 'champion', count, from);
    return { requests: asked, episodes: await evaluator.evaluate({ experiment, requests: asked }) };
  };
  const first = champion === 'best' && best ? await test(best, championTrials) : { requests, episodes };
  const found = championOf(generation, first.requests, first.episodes);
  if (recordTrials === 0 || found === undefined || found.fitness <= record) return first;
  const more = await test(found.genome, recordTrials, championTrials);
  return { requests: [...first.requests, ...more.requests], episodes: [...first.episodes, ...more.episodes] };
}
