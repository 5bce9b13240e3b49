import { policyFromDocument } from '../format/policy-document.ts';
import type { Batch } from '../run/batch.ts';
import { parseExperiment } from '../run/experiment.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { setupOf } from '../run/setup.ts';
import { sensorsIn } from '../sim/task.ts';
import { Fault, orFail } from './fault.ts';
import { readBody, readDocument } from './files.ts';

/** What a policy from elsewhere is tried in. */
export interface PolicyTrial {
  policy: string;
  task: string;
  /** A body of the catalogue or a plan's file; by default the task's own, or the usual one. */
  body?: string;
}

/** Throws a Fault where a policy has not as many inputs and outputs as there are observations and joints. */
function checkSizes(file: string, experiment: Experiment, inputs: number, outputs: number): void {
  const { plan, task, settings } = setupOf(experiment);
  const senses = sensorsIn(task, plan, settings).length;
  const joints = plan.joints.length;
  if (inputs === senses && outputs === joints) return;
  const body = typeof experiment.body === 'string' ? experiment.body : experiment.body.name;
  const needs = `task "${task.name}" with body "${body}" needs ${senses} and ${joints}`;
  throw new Fault(`${file}: layers begin with ${inputs} and end with ${outputs}, ${needs}`);
}

/** Lives of a policy from elsewhere on ground from these seeds: it feels what there is to feel, not normalised. */
export function livesOfPolicy({ policy: file, task, body }: PolicyTrial, seeds: readonly number[]): Batch {
  const document = readDocument(file, 'policy');
  const { observationSize, actionSize, brain, genome } = orFail(() => policyFromDocument(document, file));
  const plan = body === undefined ? undefined : readBody(body);
  const experiment = orFail(() =>
    parseExperiment({ task: { name: task }, ...(plan === undefined ? {} : { body: plan }), brain }),
  );
  checkSizes(file, experiment, observationSize, actionSize);
  const requests = seeds.map((seed) => ({ genome, seed, statistics: null, record: false }));
  return { experiment, requests };
}
