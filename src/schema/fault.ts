import * as v from 'valibot';
import { knownKeys } from './known-keys.ts';
import { didYouMean } from './nearest.ts';
import { plural } from './plural.ts';

type Issue = v.BaseIssue<unknown>;

/** Path of an issue in its document, as in `joints[3].torque`. */
function pathOf(issue: Issue): string {
  let text = '';
  for (const step of issue.path ?? []) {
    const key = String(step.key).slice(0, 60);
    if (typeof step.key === 'number') text += `[${key}]`;
    else text += text === '' ? key : `.${key}`;
  }
  return text;
}

/** A value as short text. */
function shortText(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text === undefined ? typeof value : text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const WORDS: Record<string, string> = {
  Object: 'an object',
  Array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
};

/** valibot's description of what it expects, such as `("a" | Object)`, in words. */
function inWords(expected: string): string {
  const options = expected.split(' | ').map((option) => option.replace(/^\(+|\)+$/g, ''));
  return options.map((option) => WORDS[option] ?? option).join(' or ');
}

/** The required length of a text or a list. */
function lengthText(issue: Issue): string {
  const length = Number('requirement' in issue ? issue.requirement : undefined);
  return typeof issue.input === 'string' ? plural(length, 'letter') : plural(length, 'entry', 'entries');
}

/** What a value must be. */
function requirement(issue: Issue): string {
  const limit = 'requirement' in issue ? issue.requirement : undefined;
  switch (issue.type) {
    case 'min_value':
      return `must be ${limit} or more`;
    case 'gt_value':
      return `must be more than ${limit}`;
    case 'max_value':
      return `must be ${limit} or less`;
    case 'integer':
      return 'must be a whole number';
    case 'finite':
      return 'must be a finite number';
    case 'min_length':
      return `must have ${lengthText(issue)} or more`;
    case 'max_length':
      return `must have ${lengthText(issue)} or fewer`;
    case 'regex':
      return issue.message;
    case 'strict_object':
      return issue.expected === 'never' ? 'is not a known setting' : `must be ${inWords(issue.expected ?? '')}`;
    default:
      return issue.expected === null ? issue.message : `must be ${inWords(issue.expected)}`;
  }
}

/** The issue of a union's branch that failed deepest in the document: most likely the intended branch. */
function deepest(issue: Issue): Issue {
  let best = issue;
  for (const inner of issue.issues ?? []) {
    const found = deepest({ ...inner, path: [...(issue.path ?? []), ...(inner.path ?? [])] } as Issue);
    if ((found.path?.length ?? 0) > (best.path?.length ?? 0)) best = found;
  }
  return best;
}

/** The message of a check that begins with a path itself, as in `amendments[0].changes: ...`. */
const OWN_PATH = /^\w+[[.]\S*: /;

/** An issue in one sentence: where it is, what was found, what it must be, as in "joints[3].torque is -5, must be 0 or more". */
export function faultSentence(fault: Issue): string {
  const issue = deepest(fault);
  const where = pathOf(issue);
  if (issue.type === 'strict_object' && issue.expected === 'never') return `${where} ${requirement(issue)}`;
  // For a missing key, valibot expects the key's name in quotes.
  if (issue.type.endsWith('object') && issue.expected?.startsWith('"')) return `${where} is missing`;
  if (issue.type === 'check' || issue.type === 'raw_check') {
    if (where === '') return issue.message;
    return `${where}${OWN_PATH.test(issue.message) ? '.' : ' '}${issue.message}`;
  }
  return `${where === '' ? 'it' : where} is ${shortText(issue.input)}, ${requirement(issue)}`;
}

/** What was likely meant by an unknown key or choice, as a question; empty when nothing is near. */
function suggestion(schema: v.GenericSchema, value: unknown, fault: Issue): string {
  const issue = deepest(fault);
  const path = issue.path?.map(({ key }) => key as PropertyKey) ?? [];
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  if (isUnknown) return didYouMean(String(path.at(-1)), knownKeys(schema, value, path.slice(0, -1)));
  const choices = issue.expected?.match(/"[^"]*"/g) ?? [];
  if (typeof issue.input !== 'string' || choices.length < 2) return '';
  return didYouMean(JSON.stringify(issue.input), choices);
}

/** Parses `value` by `schema`. Throws an Error with the first fault, which begins with `source` if there is one. */
export function parse<const S extends v.GenericSchema>(schema: S, value: unknown, source = ''): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  // valibot accepts a list as an object.
  const isList = schema.type.endsWith('object') && Array.isArray(value);
  if (result.success && !isList) return result.output;
  const message =
    result.success || isList
      ? `it is ${shortText(value)}, must be an object`
      : faultSentence(result.issues[0]) + suggestion(schema, value, result.issues[0]);
  throw new Error(`${source === '' ? '' : `${source}: `}${message}`);
}
