import type { Plain, PlainObject } from './plain-data.ts';

/** Maximum length of an array that is empty at first, such as that of the latest fitnesses. */
const MAX_NUMBERS = 20_000;

function kindOf(value: Plain | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (value instanceof Float32Array) return 'a float32 array';
  if (value instanceof Float64Array) return 'a float64 array';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return { number: 'a number', string: 'a text', boolean: 'true or false' }[typeof value as 'number'] as string;
}

/**
 * Names the first difference between the shape of `value` and that of the valid `like`: keys, types or array lengths. Empty
 * if none. Where `like` is null, `value` may be an object. Where a list in `like` is empty, elements must be as in `later`.
 */
export function shapeError(value: Plain | undefined, like: Plain, later: Plain | undefined, where: string): string {
  const [kind, expected] = [kindOf(value), kindOf(like)];
  if (like === null && (kind === 'null' || kind === 'an object')) return '';
  if (kind !== expected) return kind === 'missing' ? `${where} is missing` : `${where} is ${kind}, must be ${expected}`;
  if (like instanceof Float32Array || like instanceof Float64Array)
    return arrayFault(value as Float64Array, like.length, where);
  if (Array.isArray(like)) return listFault(value as Plain[], like, later, where);
  if (typeof like === 'object') return objectFault(value as PlainObject, like as PlainObject, later, where);
  return '';
}

/** @param count required number of values; 0 if any number up to `MAX_NUMBERS` is valid. */
function arrayFault({ length }: Float64Array, count: number, where: string): string {
  if (count > 0 ? length === count : length <= MAX_NUMBERS) return '';
  return `${where} has ${length} numbers, must have ${count > 0 ? count : `at most ${MAX_NUMBERS}`}`;
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
  const unknown = Object.keys(object).find((key) => !Object.hasOwn(like, key));
  if (unknown !== undefined) return `${where}.${unknown.slice(0, 40)} is not a known key`;
  for (const [key, model] of Object.entries(like)) {
    const next = kindOf(later) === 'an object' ? (later as PlainObject)[key] : undefined;
    const fault = shapeError(Object.hasOwn(object, key) ? object[key] : undefined, model, next, `${where}.${key}`);
    if (fault !== '') return fault;
  }
  return '';
}
