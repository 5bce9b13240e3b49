import type { Plain, PlainObject } from './plain-data.ts';

/** Maximum length of an array that is empty at first, such as that of the latest fitnesses. */
const MOST_NUMBERS = 20_000;

function kindOf(value: Plain | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (value instanceof Float32Array) return 'a row of single numbers';
  if (value instanceof Float64Array) return 'a row of numbers';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return { number: 'a number', string: 'a text', boolean: 'true or false' }[typeof value as 'number'] as string;
}

/**
 * Names the first difference between the shape of `value` and that of the valid `like`: keys, types or array lengths. Empty
 * if none. Where `like` is null, `value` may be an object. Where a list in `like` is empty, elements must be as in `later`.
 */
export function shapeError(value: Plain | undefined, like: Plain, later: Plain | undefined, where: string): string {
  const [kind, due] = [kindOf(value), kindOf(like)];
  if (like === null && (kind === 'null' || kind === 'an object')) return '';
  if (kind !== due) return kind === 'missing' ? `${where} is missing` : `${where} is ${kind}, must be ${due}`;
  if (like instanceof Float32Array || like instanceof Float64Array)
    return rowFault(value as Float64Array, like.length, where);
  if (Array.isArray(like)) return listFault(value as Plain[], like, later, where);
  if (typeof like === 'object') return objectFault(value as PlainObject, like as PlainObject, later, where);
  return '';
}

function rowFault({ length }: Float64Array, due: number, where: string): string {
  if (due > 0 ? length === due : length <= MOST_NUMBERS) return '';
  return `${where} has ${length} numbers, must have ${due > 0 ? due : `at most ${MOST_NUMBERS}`}`;
}

function listFault(list: readonly Plain[], like: readonly Plain[], later: Plain | undefined, where: string): string {
  const model = like[0] ?? (Array.isArray(later) ? (later[0] as Plain | undefined) : undefined);
  for (const [i, each] of list.entries()) {
    if (model === undefined) return `${where} must be empty`;
    const fault = shapeError(each, model, model, `${where}[${i}]`);
    if (fault !== '') return fault;
  }
  return '';
}

function objectFault(object: PlainObject, like: PlainObject, later: Plain | undefined, where: string): string {
  const strange = Object.keys(object).find((key) => !Object.hasOwn(like, key));
  if (strange !== undefined) return `${where}.${strange.slice(0, 40)} is not known`;
  for (const [key, model] of Object.entries(like)) {
    const next = kindOf(later) === 'an object' ? (later as PlainObject)[key] : undefined;
    const fault = shapeError(Object.hasOwn(object, key) ? object[key] : undefined, model, next, `${where}.${key}`);
    if (fault !== '') return fault;
  }
  return '';
}
