import { describe, expect, it } from 'vitest';
import { distanceAt, raceEntryOf, runRace } from '../../../../src/app/tools/runs/race.ts';
import { createChampionHistory } from '../../../../src/run/champion-history.ts';
import { type Competitor, crossTaskRun } from '../../../../src/run/cross-task-run.ts';
import { evaluateBatch, inProcess } from '../../../../src/run/evaluator.ts';
import type { Experiment } from '../../../../src/run/experiment-schema.ts';
import { small, take } from '../../../run/small.ts';

async function competitor(experiment: Experiment, count = 2): Promise<Competitor> {
  const championHistory = createChampionHistory();
  for (const { champion, isRecord } of await take(count, experiment, inProcess)) {
    if (champion) championHistory.add(champion, isRecord);
  }
  return { experiment, entry: raceEntryOf(championHistory)! };
}

describe('a race', () => {
  it('takes the latest record holder of a run', async () => {
    const championHistory = createChampionHistory();
    for (const { champion } of await take(3, small(), inProcess)) {
      if (champion) championHistory.add(champion, champion.generation === 1);
    }
    expect(raceEntryOf(championHistory)?.generation).toBe(1);
    expect(raceEntryOf(createChampionHistory())).toBeUndefined();
  });

  it('is on the same ground for all bodies, each with its own sensors', async () => {
    const host = await competitor(small({ task: { name: 'hills' } }));
    const visiting = [await competitor(small({ body: 'hopper' })), await competitor(small({ seed: 5 }))];
    const runners = [host, ...visiting].map((each, run) => ({ ...each, run }));
    const results = await runRace(runners, 11, async (batch) => evaluateBatch(batch));
    const recordings = results.map((each) => ('recording' in each ? each.recording : undefined));
    const [first, ...others] = recordings.map((recording) => recording?.terrain);
    for (const terrain of others) expect(terrain).toEqual(first);
    expect(recordings.map((recording) => recording?.plan.name)).toEqual(['biped', 'hopper', 'biped']);
    const [again] = await runRace(runners, 12, async (batch) => evaluateBatch(batch));
    expect(again && 'recording' in again && again.recording.terrain).not.toEqual(first);
  });

  it('says which competitor cannot run there, and simulates the others', async () => {
    const host = await competitor(small({ task: { name: 'bipedal-walker' }, body: 'bipedal-walker' }), 1);
    const guest = await competitor(small(), 1);
    expect(crossTaskRun(guest, host, 1)).toMatch(/^It cannot run here: task "bipedal-walker" needs body/);
    const results = await runRace(
      [
        { ...host, run: 'a' },
        { ...guest, run: 'b' },
      ],
      1,
      async (batch) => evaluateBatch(batch),
    );
    expect(results.map((each) => 'fault' in each)).toEqual([false, true]);
  });

  it('has a distance at each time', async () => {
    const { experiment, entry } = await competitor(small(), 1);
    const batch = crossTaskRun({ experiment, entry }, { experiment, entry }, 3);
    const [life] = typeof batch === 'string' ? [] : evaluateBatch(batch);
    const { recording, evaluation } = life!;
    expect(distanceAt(recording!, 0)).toBe(0);
    expect(distanceAt(recording!, 100)).toBeCloseTo(evaluation.metrics.distance, 1);
  });
});
