import { engine } from '../sim/engine.ts';

/** Prefix of all keys in the database, BullMQ's too. */
export const PREFIX = 'gaitlab';

/** Version of what runs and workers write for each other, incremented by each change that the other side could not read. */
const DOCUMENTS = 2;

/** An engine, and the version of the documents, in one word. Only workers of the same engine take its batches. */
export const engineName = `${engine.simulation}-${engine.planck}-${DOCUMENTS}`;

/** BullMQ's queue of batches: one for each engine, since another engine gives other bits. */
export const QUEUE = `batches-${engineName}`;

/** Key of a job of BullMQ. */
export const jobKey = (id: string) => `${PREFIX}:${QUEUE}:${id}`;

/** Ids of runs and of workers in the queue, and what is known of each. */
export const RUNS = `${PREFIX}:runs`;
export const WORKERS = `${PREFIX}:workers`;
export const runKey = (run: string) => `${PREFIX}:run:${run}`;
export const workerKey = (worker: string) => `${PREFIX}:worker:${worker}`;

/** A stream of the results of a run. */
export const resultsKey = (run: string) => `${PREFIX}:results:${run}`;
/** An experiment of a run, by its hash. */
export const experimentKey = (run: string, hash: string) => `${PREFIX}:experiment:${run}:${hash}`;

/** Time between two signs of life of a run or a worker, ms. */
export const HEARTBEAT = 2000;
/** Time without a sign of life after which a run counts as ended, ms: longer than the slowest step of an optimizer. */
export const RUN_LIFETIME = 30_000;
/** The same for a worker, which never computes in its own thread, ms. */
export const WORKER_LIFETIME = 10_000;
