import { MEMORY_LIMITS } from '../src/run/memory.ts';
import type { PhysicsMessage, PhysicsRequest } from '../src/run/physics-messages.ts';
import { createPool } from '../src/run/pool.ts';
import { createRunHost, type HostMessage, type HostRequest } from '../src/run/run-host.ts';
import { createSlowProgress } from '../src/run/slow-progress.ts';
import { withEngine } from '../src/run/with-engine.ts';
import { serve } from './serve.ts';

/** The file format, loaded for the first checkpoint to keep the start of the page fast. */
const fileFormat = () => import('../src/format/run-file.ts');

/** Compiles physics and eigendecompositions to WebAssembly. Nothing waits for it: until then, they run as JavaScript. */
const loadWasm = async () => {
  await import('../src/math/decompose-at-hand.ts');
  return (await import('../src/sim/flat/wasm-at-hand.ts')).runsAs();
};

/** One worker for each processor but one, which draws. */
const workerCount = () => Math.max(1, Math.min(16, (navigator.hardwareConcurrency || 2) - 1));

/**
 * Workers that end with an uncaught error, as in Node. In a browser they would keep running beside their replacements, and
 * the page would get an error event as if the run itself had failed.
 */
const EndingWorker = new Proxy(Worker, {
  construct(BrowserWorker, options: ConstructorParameters<typeof Worker>) {
    const worker = new BrowserWorker(...options);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker.terminate();
    });
    return worker;
  },
});

// One script for the run host and its evaluation workers, distinguished by name, so that a browser loads it once.
if (self.name === 'run-host') {
  self.Worker = EndingWorker;
  const send = (message: HostMessage | PhysicsMessage, transfer: ArrayBuffer[] = []) =>
    self.postMessage(message, transfer);
  const pool = createPool({
    script: self.location.href,
    kind: 'web',
    workerCount: workerCount(),
    now: () => performance.now(),
    onProgress: createSlowProgress(
      () => performance.now(),
      (progress) => send({ type: 'progress', ...progress }),
    ),
    onLoss: (reason, isGivenUp) => send({ type: 'worker lost', reason, isGivenUp }),
  });
  let engine: PhysicsRequest['engine'] | undefined;
  const evaluator = withEngine(pool, () => engine);
  const handleRequest = createRunHost(evaluator, send, {
    encode: async (checkpoint) => (await fileFormat()).runToFile(checkpoint),
    decode: async (bytes, source) => (await fileFormat()).openRunFile(bytes, source),
    now: () => performance.now(),
    memory: MEMORY_LIMITS.page,
  });
  self.addEventListener('message', ({ data }: MessageEvent<HostRequest | PhysicsRequest>) => {
    if (data.type === 'physics') engine = data.engine;
    else handleRequest(data);
  });
  void loadWasm().then((runsAs) => send({ type: 'physics', runsAs }));
} else {
  serve();
  void loadWasm();
}
