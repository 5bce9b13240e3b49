import * as v from 'valibot';

type Issue = v.BaseIssue<unknown>;

/** Where in a document an issue lies, as one would write it in code: `joints[3].torque`. */
function place(issue: Issue): string {
  let text = '';
  for (const step of issue.path ?? []) {
    const key = String(step.key).slice(0, 60);
    if (typeof step.key === 'number') text += `[${key}]`;
    else text += text === '' ? key : `.${key}`;
  }
  return text;
}

function shown(value: unknown): string {
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

/** valibot's way to write what it expects, `("a" | Object)`, as one would say it. */
function inWords(expected: string): string {
  const options = expected.split(' | ').map((option) => option.replace(/^\(+|\)+$/g, ''));
  return options.map((option) => WORDS[option] ?? option).join(' or ');
}

function demand(issue: Issue): string {
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
      return `must have ${limit} ${typeof issue.input === 'string' ? 'letters' : 'entries'} or more`;
    case 'max_length':
      return `must have ${limit} ${typeof issue.input === 'string' ? 'letters' : 'entries'} or fewer`;
    case 'regex':
      return issue.message;
    case 'strict_object':
      return issue.expected === 'never' ? 'is not a known setting' : `must be ${inWords(issue.expected ?? '')}`;
    default:
      return issue.expected === null ? issue.message : `must be ${inWords(issue.expected)}`;
  }
}

/** Of a union's ways to fail, the one that got furthest into the document: that is what was meant. */
function deepest(issue: Issue): Issue {
  let best = issue;
  for (const inner of issue.issues ?? []) {
    const found = deepest({ ...inner, path: [...(issue.path ?? []), ...(inner.path ?? [])] } as Issue);
    if ((found.path?.length ?? 0) > (best.path?.length ?? 0)) best = found;
  }
  return best;
}

/** One sentence for a person: what was wrong, where, and what it must be: "joints[3].torque is -5, must be 0 or more". */
export function faultSentence(fault: Issue): string {
  const issue = deepest(fault);
  const where = place(issue);
  if (issue.type === 'strict_object' && issue.expected === 'never') return `${where} ${demand(issue)}`;
  // Of a key that is not there valibot expects its name.
  if (issue.type.endsWith('object') && issue.expected?.startsWith('"')) return `${where} is missing`;
  if (issue.type === 'check' || issue.type === 'raw_check')
    return where === '' ? issue.message : `${where} ${issue.message}`;
  return `${where === '' ? 'it' : where} is ${shown(issue.input)}, ${demand(issue)}`;
}

/** What `value` is by `schema`. Throws an Error that names the first fault, after the `source` when there is one. */
export function parse<const S extends v.GenericSchema>(schema: S, value: unknown, source = ''): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  // To valibot a list is an object too, an empty one even a valid one.
  const isList = schema.type.endsWith('object') && Array.isArray(value);
  if (result.success && !isList) return result.output;
  const told = result.success || isList ? `it is ${shown(value)}, must be an object` : faultSentence(result.issues[0]);
  throw new Error(`${source === '' ? '' : `${source}: `}${told}`);
}
