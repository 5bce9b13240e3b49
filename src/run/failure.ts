import type { Episode, EpisodeRequest } from '../sim/rollout.ts';

/** A failed episode; `fault` is the error it threw, or how it lost three workers, where the simulation cannot show it. */
export interface Failure extends EpisodeRequest {
  fault?: string;
}

/** The requests whose episodes failed. */
export function failuresAmong(requests: readonly EpisodeRequest[], episodes: readonly Episode[]): Failure[] {
  return requests.flatMap((request, i) => {
    const { evaluation, fault } = episodes[i]!;
    if (evaluation.ending !== 'failed') return [];
    return [fault === undefined ? request : { ...request, fault }];
  });
}
