import type { Life, LifeRequest } from '../sim/rollout.ts';

/** A life that failed, and why where the simulation does not show it: what it threw, or how it cost three workers. */
export interface Failure extends LifeRequest {
  fault?: string;
}

/** Those of the lives asked for that failed, as they were asked for. */
export function failuresAmong(requests: readonly LifeRequest[], lives: readonly Life[]): Failure[] {
  return requests.flatMap((request, i) => {
    const { evaluation, fault } = lives[i] as Life;
    if (evaluation.ending !== 'failed') return [];
    return [fault === undefined ? request : { ...request, fault }];
  });
}
