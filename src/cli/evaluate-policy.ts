import { actuatorCount } from '../creature/muscle.ts';
import { policyFromDocument } from '../format/policy-document.ts';
import type { Batch } from '../run/batch.ts';
import { parseExperiment } from '../run/experiment.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { setupOf } from '../run/setup.ts';
import { sensorsIn } from '../sim/task.ts';
import { readBody, readDocument } from './files.ts';
import { asUserError, UserError } from './user-error.ts';

/** The setup for evaluating an external policy. */
export interface PolicySetup {
  policy: string;
  task: string;
  /** A body of the catalogue or the file of a body plan; by default the task's own body, or the default body. */
  body?: string;
}

/** Throws a UserError when the policy's input and output sizes differ from the numbers of observations and joints. */
function checkSizes(file: string, experiment: Experiment, inputs: number, outputs: number): void {
  const { plan, task, settings } = setupOf(experiment);
  const sensors = sensorsIn(task, plan, settings).length;
  const joints = actuatorCount(plan);
  if (inputs === sensors && outputs === joints) return;
  const body = typeof experiment.body === 'string' ? experiment.body : experiment.body.name;
  const needs = `task "${task.name}" with body "${body}" needs ${sensors} and ${joints}`;
  throw new UserError(`${file}: layers begin with ${inputs} and end with ${outputs}, ${needs}`);
}

/** Episodes of an external policy on terrain from these seeds; its observations are not normalised. */
export function policyBatch({ policy: file, task, body }: PolicySetup, seeds: readonly number[]): Batch {
  const document = readDocument(file, 'policy');
  const { observationSize, actionSize, brain, genome } = asUserError(() => policyFromDocument(document, file));
  const plan = body === undefined ? undefined : readBody(body);
  const experiment = asUserError(() =>
    parseExperiment({ task: { name: task }, ...(plan === undefined ? {} : { body: plan }), brain }),
  );
  checkSizes(file, experiment, observationSize, actionSize);
  const requests = seeds.map((seed) => ({ genome, seed, statistics: null, record: false }));
  return { experiment, requests };
}
