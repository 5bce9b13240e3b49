import { createHash } from 'node:crypto';
import type { BatchDocument } from './batch-document.ts';

/** A batch that has been sent and has no result yet. */
export interface OutstandingBatch<Result> {
  batch: number;
  data: BatchDocument;
  /** Ids of its jobs in the queue: the first, and those of later copies. */
  jobs: string[];
  /** When its last copy was sent, ms. */
  sentAt: number;
  /** Estimated time that its episodes take, ms. */
  time: number;
  /** How often its job was found missing since it was last sent. */
  missedCount: number;
  /** Copies sent because a worker was lost, refused it or was slow. */
  copyCount: number;
  /** Reads a result of it. Throws an Error that says what is wrong with it. */
  read(text: string): Result;
  resolve(result: Result): void;
  reject(error: Error): void;
}

/** What became of a result: used, equal to the one that was used before, different from it, or of no known batch. */
export type Settled = 'used' | 'equal' | 'different' | 'unknown';

/** Results that are remembered, to be compared with those of copies. */
const MEMORY = 4096;

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** The batches of a run that are in the queue. The first result of each is used, later ones are compared with it. */
export interface Outstanding<Result> {
  readonly batches: ReadonlyMap<number, OutstandingBatch<Result>>;
  add(batch: OutstandingBatch<Result>): void;
  /** Takes a result. Throws an Error that says what is wrong with it, and then changes nothing. */
  settle(batch: number, text: string): Settled;
  /** Rejects all batches. */
  fail(error: Error): void;
}

export function createOutstanding<Result>(): Outstanding<Result> {
  const batches = new Map<number, OutstandingBatch<Result>>();
  const done = new Map<number, { digest: string; read: (text: string) => Result }>();
  return {
    batches,
    add: (each) => void batches.set(each.batch, each),
    settle(batch, text) {
      const before = done.get(batch);
      const digest = digestOf(text);
      if (before?.digest === digest) return 'equal';
      if (before !== undefined) {
        // What is no result of this batch does not count as one.
        before.read(text);
        return 'different';
      }
      const outstanding = batches.get(batch);
      if (outstanding === undefined) return 'unknown';
      const result = outstanding.read(text);
      batches.delete(batch);
      done.set(batch, { digest, read: outstanding.read });
      if (done.size > MEMORY) done.delete(done.keys().next().value as number);
      outstanding.resolve(result);
      return 'used';
    },
    fail(error) {
      for (const { reject } of batches.values()) reject(error);
      batches.clear();
    },
  };
}
