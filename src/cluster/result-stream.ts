import { deflateRawSync } from 'node:zlib';
import type { Redis } from 'ioredis';
import * as v from 'valibot';
import { parse } from '../schema/fault.ts';
import { inflated } from './inflated.ts';
import { RUN_LIFETIME, resultsKey, runKey } from './keys.ts';

const digits = (max: number) =>
  v.pipe(
    v.string(),
    v.maxLength(20),
    v.regex(/^\d+(\.\d+)?$/, 'must be a number'),
    v.transform(Number),
    v.maxValue(max),
  );

const resultSchema = v.strictObject({
  batch: digits(Number.MAX_SAFE_INTEGER),
  /** The worker's name. */
  worker: v.pipe(v.string(), v.maxLength(200)),
  /** Time that the episodes took there, ms. */
  time: digits(1e9),
  /** `episodes`, `deflated` for compressed ones, or `refused` with the reason instead of episodes. */
  kind: v.pipe(
    v.picklist(['episodes', 'deflated', 'refused']),
    v.transform((kind) => (kind === 'refused' ? kind : 'episodes')),
  ),
  text: v.string(),
});

/** A worker's answer to a batch. */
export type BatchResult = v.InferOutput<typeof resultSchema>;

/** Adds fields to a stream unless its run has ended: nobody would remove them. */
const ADD = `
if redis.call('exists', KEYS[2]) == 0 then return 0 end
redis.call('xadd', KEYS[1], '*', unpack(ARGV, 2))
redis.call('pexpire', KEYS[1], ARGV[1])
return 1`;

/** Maximum length of a text that was compressed, bytes. */
const MAX_BYTES = 64_000_000;

/**
 * Adds an answer to the results of a run, unless the run has ended.
 * @param isDeflated compresses episodes to about half of their bytes, for a millisecond or two in a batch
 */
export async function addResult(redis: Redis, run: string, result: BatchResult, isDeflated = false): Promise<void> {
  const sent = isDeflated ? { ...result, kind: 'deflated', text: deflateRawSync(result.text, { level: 1 }) } : result;
  const fields = Object.entries(sent).flatMap(([key, value]) => [key, Buffer.isBuffer(value) ? value : String(value)]);
  await redis.eval(ADD, 2, resultsKey(run), runKey(run), 2 * RUN_LIFETIME, ...fields);
}

/** Reads an entry of the stream. Throws an Error with the first fault. */
function resultOf(fields: readonly Buffer[]): BatchResult {
  const entries = new Map<string, Buffer>();
  for (let i = 0; i + 1 < fields.length; i += 2) entries.set(String(fields[i]), fields[i + 1]!);
  const isDeflated = String(entries.get('kind')) === 'deflated';
  const texts = [...entries].map(([key, value]) => [
    key,
    isDeflated && key === 'text' ? inflated(value, MAX_BYTES, 'a result in the queue: the text') : String(value),
  ]);
  return parse(resultSchema, Object.fromEntries(texts), 'a result in the queue');
}

/** Time that one command waits for results, ms, and entries that it returns at most. */
const WAIT = 2000;
const COUNT = 64;
/** Pause after a failed command, ms. */
const PAUSE = 200;

/** What happens with the results of a run. */
export interface ResultHandlers {
  take(result: BatchResult): void;
  /** An entry is none, or `take` threw. */
  refuse(reason: string): void;
  /** A look for results has ended, perhaps with an error; others follow. */
  note(error?: Error): void;
}

/**
 * Reads the results of a run as they come, each once, until `reader` is disconnected.
 * @param reader a connection of its own, which waits in the server
 * @param redis removes what was read
 */
export async function readResults(
  reader: Redis,
  redis: Redis,
  run: string,
  { take, refuse, note }: ResultHandlers,
): Promise<void> {
  let last = '0';
  const isOver = () => reader.status === 'end';
  while (!isOver()) {
    try {
      const reply = await reader.xreadBuffer('COUNT', COUNT, 'BLOCK', WAIT, 'STREAMS', resultsKey(run), last);
      note();
      for (const [id, fields] of reply?.[0]?.[1] ?? []) {
        last = String(id);
        try {
          take(resultOf(fields));
        } catch (error) {
          refuse((error as Error).message);
        }
      }
      if (reply) redis.xtrim(resultsKey(run), 'MINID', last).catch(() => {});
    } catch (error) {
      if (isOver()) return;
      note(error as Error);
      // Something else may have been put there by hand.
      if (/^WRONGTYPE/.test((error as Error).message)) await redis.del(resultsKey(run)).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
