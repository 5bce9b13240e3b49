import type { Episode, EpisodeRequest } from '../sim/rollout.ts';

/** A life that failed, and why where the simulation does not show it: what it threw, or how it cost three workers. */
export interface Failure extends EpisodeRequest {
  fault?: string;
}

/** Those of the lives asked for that failed, as they were asked for. */
export function failuresAmong(requests: readonly EpisodeRequest[], lives: readonly Episode[]): Failure[] {
  return requests.flatMap((request, i) => {
    const { evaluation, fault } = lives[i] as Episode;
    if (evaluation.ending !== 'failed') return [];
    return [fault === undefined ? request : { ...request, fault }];
  });
}
