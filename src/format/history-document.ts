import type { HistoryColumns } from '../run/history.ts';
import { type Plain, type PlainObject, plainFromJson } from './plain-data.ts';

/** More points no history keeps. */
const MOST = 20_000;

const isColumn = (value: Plain | undefined): value is readonly number[] =>
  Array.isArray(value) && value.length <= MOST && value.every((each) => typeof each === 'number');

/** The columns of a history up to a generation. Throws an Error that says what is wrong with them. */
export function columnsFromJson(json: unknown, end: number): HistoryColumns {
  const { generation, best, mean } = (plainFromJson(json, 'history') ?? {}) as PlainObject;
  if (!isColumn(generation) || !isColumn(best) || !isColumn(mean))
    throw new Error('history is not three columns of numbers');
  if (best.length !== generation.length || mean.length !== generation.length)
    throw new Error('history has columns of different lengths');
  const stride = (generation[1] ?? 1) - (generation[0] ?? 0);
  const isEven = stride >= 1 && generation.every((g, i) => g === i * stride && g < end);
  if (!isEven) throw new Error('history has generations that are out of place');
  return { generation, best, mean };
}
