import { createPool } from '../src/run/pool.ts';
import { createRunHost, type HostMessage, type HostRequest } from '../src/run/run-host.ts';
import { serve } from './serve.ts';

/** The form of files, loaded when a run is first to be kept: nothing at first sight needs it. */
const form = () => import('../src/format/run-file.ts');

/** Every processor but one, which draws. */
const workerCount = () => Math.max(1, Math.min(16, (navigator.hardwareConcurrency || 2) - 1));

/**
 * Workers that an error they do not catch ends, as in Node. A browser lets them live on, beside those that take their place, and
 * tells the page of it as if the run itself had failed.
 */
const mortal = new Proxy(Worker, {
  construct(plain, given: ConstructorParameters<typeof Worker>) {
    const worker = new plain(...given);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker.terminate();
    });
    return worker;
  },
});

// One script for the run and for those it has its episodes lived by, told apart by name: a browser loads it once.
if (self.name === 'run-host') {
  self.Worker = mortal;
  const tell = (message: HostMessage, large: ArrayBuffer[] = []) => self.postMessage(message, large);
  const pool = createPool({
    script: self.location.href,
    kind: 'web',
    workerCount: workerCount(),
    now: () => performance.now(),
    onLoss: (reason, isGivenUp) => tell({ type: 'worker lost', reason, isGivenUp }),
  });
  const follow = createRunHost(pool, tell, {
    encode: async (checkpoint) => (await form()).runToFile(checkpoint),
    decode: async (bytes) => (await form()).runFromFile(bytes, 'This file'),
    now: () => performance.now(),
  });
  self.addEventListener('message', ({ data }: MessageEvent<HostRequest>) => follow(data));
} else {
  serve();
}
