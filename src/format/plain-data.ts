import { float32ToText, float64ToText, numberBytes } from '../schema/floats.ts';

/** Data that an optimizer's state may consist of: numbers, strings, booleans, null, typed arrays, arrays and objects of these. */
export type Plain = null | boolean | number | string | Float32Array | Float64Array | readonly Plain[] | PlainObject;
export interface PlainObject {
  readonly [key: string]: Plain;
}

/** Arrays shorter than this are written as plain JSON. */
const MIN_ENCODED_LENGTH = 4;
/** The key that marks an object as an encoded value. */
const TAG = '$';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);

/**
 * Encodes plain data as JSON without loss and with few values. Typed arrays and arrays of numbers are written as base64,
 * arrays of booleans as digits, arrays of objects with the same keys as columns, and NaN, infinities and -0 by name. Undefined
 * fields are left out. Throws a TypeError for other data, which could not be read back.
 */
export function plainToJson(value: unknown): unknown {
  if (value instanceof Float32Array) return { [TAG]: 'float32', of: float32ToText(value) };
  if (value instanceof Float64Array) return { [TAG]: 'float64', of: float64ToText(value) };
  if (Array.isArray(value)) return listToJson(value);
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? value : { [TAG]: 'number', of: nameOf(value) };
  if (isObject(value) && kindOf(value) === 'Object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(entries.map(([key, inner]) => [key, plainToJson(inner)]));
  }
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  throw notPlain(value);
}

/** The `Map` in `[object Map]`; a plain object's is `Object`. */
const kindOf = (value: unknown) => Object.prototype.toString.call(value).slice('[object '.length, -1);

const notPlain = (value: unknown) =>
  new TypeError(
    `${kindOf(value)} is not plain data: numbers, texts, booleans, null, Float32Array, Float64Array, lists and objects of these`,
  );

const nameOf = (value: number) => (Object.is(value, -0) ? '-0' : String(value));

function listToJson(list: readonly unknown[]): unknown {
  if (list.includes(undefined)) throw notPlain(undefined);
  if (list.length >= MIN_ENCODED_LENGTH) {
    if (list.every((each) => typeof each === 'number'))
      return { [TAG]: 'numbers', of: float64ToText(Float64Array.from(list as number[])) };
    if (list.every((each) => typeof each === 'boolean'))
      return { [TAG]: 'booleans', of: list.map((each) => (each ? '1' : '0')).join('') };
  }
  const keys = isObject(list[0]) ? Object.keys(list[0]) : [];
  if (list.length > 1 && keys.length > 0 && list.every((each) => isObject(each) && hasKeys(each, keys))) {
    const columns = keys.map((key) => [key, listToJson(list.map((each) => (each as Record<string, unknown>)[key]))]);
    return { [TAG]: 'rows', of: Object.fromEntries(columns) };
  }
  return list.map(plainToJson);
}

const hasKeys = (object: Record<string, unknown>, keys: readonly string[]) =>
  Object.keys(object).length === keys.length && keys.every((key) => object[key] !== undefined);

/** Maximum nesting depth of a state, and maximum number of values outside its typed arrays. */
const MAX_DEPTH = 20;
const MAX_VALUES = 4_000_000;

const SPECIAL_NUMBERS: Record<string, number> = {
  NaN: Number.NaN,
  Infinity: Infinity,
  '-Infinity': -Infinity,
  '-0': -0,
};

/**
 * Decodes the JSON of `plainToJson`. Throws an Error that says where and what is wrong, such as `optimizer.mean is not
 * base64`. Rejects keys that could change a prototype, and data that would take much more memory than its text.
 */
export function plainFromJson(json: unknown, where: string): Plain {
  let count = 0;

  function addValues(more: number, at: string): void {
    count += more;
    if (count > MAX_VALUES) throw new Error(`${at} has more than ${MAX_VALUES} values`);
  }

  function bytes(of: unknown, size: number, at: string): ArrayBuffer {
    try {
      return numberBytes(typeof of === 'string' ? of : '?', size);
    } catch (error) {
      throw new Error(`${at} ${(error as Error).message}`);
    }
  }

  function decodeTagged(kind: unknown, of: unknown, at: string, depth: number): Plain {
    if (kind === 'float32') return new Float32Array(bytes(of, 4, at));
    if (kind === 'float64') return new Float64Array(bytes(of, 8, at));
    if (kind === 'numbers') {
      const list = Array.from(new Float64Array(bytes(of, 8, at)));
      addValues(list.length, at);
      return list;
    }
    if (kind === 'booleans' && typeof of === 'string' && /^[01]*$/.test(of)) {
      addValues(of.length, at);
      return Array.from(of, (digit) => digit === '1');
    }
    if (kind === 'number' && typeof of === 'string' && Object.hasOwn(SPECIAL_NUMBERS, of)) return SPECIAL_NUMBERS[of]!;
    if (kind === 'rows' && isObject(of)) return rows(of, at, depth);
    throw new Error(`${at} is of an unknown kind`);
  }

  function rows(of: Record<string, unknown>, at: string, depth: number): Plain {
    const columns = Object.entries(object(of, at, depth));
    const length = Array.isArray(columns[0]?.[1]) ? columns[0][1].length : -1;
    if (!columns.every(([, column]) => Array.isArray(column) && column.length === length) || length < 0)
      throw new Error(`${at} has columns of different lengths`);
    addValues(length * columns.length, at);
    return Array.from({ length }, (_, i) =>
      Object.fromEntries(columns.map(([key, column]) => [key, (column as readonly Plain[])[i] as Plain])),
    );
  }

  function object(value: Record<string, unknown>, at: string, depth: number): PlainObject {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (key === '__proto__' || key === 'constructor' || key === 'prototype' || key === TAG)
          throw new Error(`${at} has a key ${key}`);
        return [key, read(inner, `${at}.${key.slice(0, 40)}`, depth + 1)];
      }),
    );
  }

  function read(value: unknown, at: string, depth: number): Plain {
    addValues(1, at);
    if (depth > MAX_DEPTH) throw new Error(`${where} is nested more than ${MAX_DEPTH} deep`);
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (Array.isArray(value)) return value.map((inner, i) => read(inner, `${at}[${i}]`, depth + 1));
    if (!isObject(value)) throw new Error(`${at} is not plain data`);
    return Object.hasOwn(value, TAG) ? decodeTagged(value[TAG], value.of, at, depth) : object(value, at, depth);
  }

  return read(json, where, 0);
}
