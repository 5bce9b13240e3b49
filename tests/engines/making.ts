import { actuatorCount } from '../../src/creature/muscle.ts';
import { replayFromDocument, replayToDocument } from '../../src/format/replay-document.ts';
import { stream } from '../../src/math/rng.ts';
import type { Moments } from '../../src/math/stats.ts';
import { effectiveAt } from '../../src/run/amend.ts';
import { championOf } from '../../src/run/champion.ts';
import { evaluateBatch, inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { replayOf, verify } from '../../src/run/replay.ts';
import { setupOf } from '../../src/run/setup.ts';
import { sensorsIn } from '../../src/sim/task.ts';
import { someGenome } from '../creature/some-genome.ts';
import { subjects } from './subjects.ts';

/** A replay as it is handed from engine to engine: the text of its document. */
export type Text = string;

/** The replay of a subject, by living it here: two tests on different ground, the first of them recorded. */
export function makeReplay(name: string): Text {
  const { settings, scale, normalised } = subjects[name]!;
  const whole = parseExperiment(settings, name);
  const experiment = effectiveAt(whole, 0);
  const { plan, brain, task, settings: life } = setupOf(experiment);
  const shape = {
    observationSize: sensorsIn(task, plan, life).length,
    actionSize: actuatorCount(plan),
    controlTimestep: life.controlEvery / life.physicsRate,
  };
  const genome = someGenome(brain, shape, stream(1, 'engines', name), scale);
  const ask = (seed: number, statistics: Moments | null, record = false) => {
    return { genome, seed, statistics, record, trace: true };
  };
  const before = normalised ? evaluateBatch({ experiment, requests: [ask(1, null)] }) : [];
  const requests = [2, 3].map((seed) => ask(seed, before[0]?.observed ?? null, seed === 2));
  const champion = championOf(0, requests, evaluateBatch({ experiment, requests }));
  if (champion === undefined) throw new Error(`${name}: the simulation broke, so there is no replay of it`);
  return JSON.stringify(replayToDocument(replayOf(whole, champion)));
}

/**
 * Reads a replay with its recording in this engine, and verifies it. Returns a sentence on the first difference; empty if the
 * result is the same to the last bit.
 */
export async function differenceHere(name: string, text: Text): Promise<string> {
  const { difference, differsAt: partsAt } = await verify(replayFromDocument(JSON.parse(text), name), inProcess);
  const where = partsAt ? ` (first in second ${partsAt.second} of test ${partsAt.test + 1})` : '';
  return difference && `${name}${where}: ${difference}`;
}
