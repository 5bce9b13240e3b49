import * as v from 'valibot';
import type { BodyPlan } from '../creature/body-plan.ts';
import { parse } from '../schema/fault.ts';
import { amendmentsFault } from './amendments.ts';
import { type Experiment, experimentFields } from './experiment-schema.ts';
import { pairFault, withPartner } from './pairing.ts';
import { sizeFault } from './size-fault.ts';
import { startFault } from './start.ts';
import { bodyFault, planOf, withBody } from './task-body.ts';

/**
 * An experiment whose sections fit together, but whose counts of genomes may be larger than its population, as between two
 * changes that are made together.
 */
const unsizedSchema = v.pipe(
  experimentFields,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { body, task, brain, optimizer } = dataset.value;
    for (const message of [pairFault(brain.name, optimizer.name), bodyFault(body, task.name)]) {
      if (message !== '') addIssue({ message });
    }
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.issues) return;
    for (const message of [startFault(dataset.value), amendmentsFault(dataset.value)]) {
      if (message !== '') addIssue({ message });
    }
  }),
);

/** The document that repeats a run: the one source of defaults, flags, forms, links and the JSON Schema. */
export const experimentSchema = v.pipe(
  unsizedSchema,
  v.rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed && !dataset.issues ? sizeFault(dataset.value) : '';
    if (message !== '') addIssue({ message });
  }),
);

/**
 * Parses an experiment and fills in every default; a missing brain or optimizer is one that fits the other, a missing body
 * one that the task allows. Throws an Error that starts with `source` and names the first fault.
 */
export function parseExperiment(input: unknown, source?: string): Experiment {
  return parse(experimentSchema, withBody(withPartner(input)), source);
}

/** Parses as `parseExperiment` does, but does not compare counts of genomes with the population. */
export function parseUnsized(input: unknown): Experiment {
  return parse(unsizedSchema, withBody(withPartner(input)));
}

/** The plan an experiment names or brings. */
export function bodyOf({ body }: Experiment): BodyPlan {
  return planOf(body);
}
