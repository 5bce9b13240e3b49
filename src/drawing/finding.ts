import type { Edit } from './edit.ts';

/** A change that solves what a finding is about. */
export interface Remedy {
  /** Label of its button. */
  words: string;
  edit: Edit;
}

/** An observation about a drawing. */
export interface Finding {
  id: string;
  /** `fault`: it is no body yet. `warning`: it will not get far. `advice`: it would learn better. */
  severity: 'fault' | 'warning' | 'advice';
  /** One sentence. */
  words: string;
  /** Names of the parts and joints that it is about. */
  parts: readonly string[];
  joints: readonly string[];
  /** Best first. */
  remedies: readonly Remedy[];
}

/** `the neck`, `the neck and the left knee`: the names of parts or joints within a sentence. */
export const theOf = (all: readonly { name: string }[]): string => listOf(all.map(({ name }) => `the ${name}`));

/** `a`, `a and b`, `a, b and c`; of more than four, the first three and how many more. */
export function listOf(names: readonly string[]): string {
  const short = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return short.length < 2 ? short.join('') : `${short.slice(0, -1).join(', ')} and ${short.at(-1)}`;
}
