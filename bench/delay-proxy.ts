import { connect, createServer, type Socket } from 'node:net';
import { stream } from '../src/math/rng.ts';

/** Bytes of a segment of TCP, and the shortest time until a lost one is sent again on Linux, ms. */
const SEGMENT = 1448;
const RETRANSMISSION = 200;

/** A network between programs of this machine. */
export interface SlowNetwork {
  /** Time that data takes in one direction, ms. */
  delay: number;
  /** Share of segments that are lost; each delays all data after it. */
  loss: number;
}

/** A port behind which a server is far away. */
export interface DelayProxy {
  port: number;
  /** Bytes that have passed to the server and from it. */
  bytes: { to: number; from: number };
  close(): void;
}

/** Passes data on in order, later. */
function passOn(
  from: Socket,
  to: Socket,
  { delay, loss }: SlowNetwork,
  chance: () => number,
  count: (bytes: number) => void,
): void {
  let free = 0;
  from.on('data', (data) => {
    count(data.length);
    const segments = Math.ceil(data.length / SEGMENT);
    const isLost = Array.from({ length: segments }, chance).some((each) => each < loss);
    const due = performance.now() + delay + (isLost ? RETRANSMISSION + 2 * delay : 0);
    free = Math.max(free, due);
    setTimeout(() => to.write(data), free - performance.now());
  });
  from.on('close', () => setTimeout(() => to.destroy(), delay));
  // The server may be away for a while.
  from.on('error', () => {});
}

/** A port of the loopback interface behind which a server is far away. */
export function startDelayProxy(port: number, network: SlowNetwork): Promise<DelayProxy> {
  const bytes = { to: 0, from: 0 };
  const rng = stream(1, 'losses');
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    passOn(near, far, network, rng.next, (count) => {
      bytes.to += count;
    });
    passOn(far, near, network, rng.next, (count) => {
      bytes.from += count;
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ port: (server.address() as { port: number }).port, bytes, close: () => server.close() });
    });
  });
}
