import { type BodyPlan, bodyPlanSchema } from '../creature/body-plan.ts';
import { parse } from '../schema/fault.ts';
import { bodyOfEmbodiment, embodimentSchema } from './embodiment-body.ts';
import { bodyOfEvolution, type Imported } from './evolution-body.ts';
import { evolutionSchema } from './evolution-design.ts';
import { kindOfDocument } from './recognise.ts';

/** A body from a document, and what of another program's could not be kept, one sentence each. */
export interface ReadBody {
  plan: BodyPlan;
  notes: string[];
}

/** Reads a body plan, or a creature of another program as one. Throws an Error that starts with `source` and says what is wrong. */
export function bodyFromDocument(document: unknown, source: string): ReadBody {
  const found = importedFrom(document, source) ?? { plan: document, notes: [] };
  return { plan: parse(bodyPlanSchema, found.plan, source), notes: found.notes };
}

function importedFrom(document: unknown, source: string): Imported | undefined {
  const kind = kindOfDocument(document);
  if (kind === 'evolution') return bodyOfEvolution(parse(evolutionSchema, document, source), source);
  if (kind === 'embodiment') return bodyOfEmbodiment(parse(embodimentSchema, document, source));
  return undefined;
}
