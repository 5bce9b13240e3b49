import type { Checkpoint } from '../run/checkpoint.ts';
import { type Plain, type PlainObject, plainFromJson } from './plain-data.ts';

/** Maximum numbers of rows and columns in a history. */
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 40;

const isColumn = (value: Plain | undefined): value is readonly number[] =>
  Array.isArray(value) && value.length <= MAX_ROWS && value.every((each) => typeof each === 'number');

/** Reads the columns of a history; all generations must be below `end`. Throws an Error that says what is wrong. */
export function columnsFromJson(json: unknown, end: number): Checkpoint['history'] {
  const columns = plainFromJson(json, 'history') as PlainObject;
  const named = typeof columns === 'object' && columns !== null ? Object.entries(columns) : [];
  const { generation } = Object.fromEntries(named);
  if (!isColumn(generation) || named.length > MAX_COLUMNS || !named.every(([, column]) => isColumn(column)))
    throw new Error('history must consist of columns of numbers, one of them generation');
  if (named.some(([, column]) => (column as readonly number[]).length !== generation.length))
    throw new Error('history has columns of different lengths');
  const stride = (generation[1] ?? 1) - (generation[0] ?? 0);
  const isRegular = stride >= 1 && generation.every((g, i) => g === i * stride && g < end);
  if (!isRegular) throw new Error(`history.generation must rise from 0 in equal steps and stay below ${end}`);
  return Object.fromEntries(named) as Checkpoint['history'];
}
