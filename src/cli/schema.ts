import { toJsonSchema } from '@valibot/to-json-schema';
import { experimentSchema } from '../run/experiment.ts';

/** The JSON Schema of an experiment, for editors that complete and check as one types. */
export function jsonSchema(): object {
  // Checks that JSON Schema cannot say (how a body's pieces fit together) are left to the program.
  return toJsonSchema(experimentSchema, { errorMode: 'ignore', typeMode: 'input' });
}
