import { isIP } from 'node:net';
import type { Redis } from 'ioredis';
import type { QueueLibraries } from './libraries.ts';
import type { QueueAddress } from './queue-address.ts';

/** Prints a sentence for the user. */
export type Tell = (sentence: string) => void;

/** Time between two attempts to reach the queue, ms: short at first. */
const RETRY = { first: 50, longest: 1000 };
/** Time without a reply after which a connection counts as broken, ms: longer than any command waits in the server. */
const SILENCE = 15_000;
/** Replies of a server that waiting does not change. */
const REFUSALS = /^(NOAUTH|WRONGPASS|NOPERM|ERR (invalid password|DB index|AUTH|Client sent AUTH))/;
/** Codes of certificates that are not accepted: expired, of an unknown authority, of another name. */
const CERTIFICATES = /CERT|^(UNABLE_TO_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|PATH_LENGTH)/;

/** Why waiting for a queue is no use, as a sentence; empty for other errors. */
function refusalIn({ message, code = '' }: Error & { code?: string }, { name, isEncrypted }: QueueAddress): string {
  if (REFUSALS.test(message)) return `the queue at ${name} refuses the connection: ${message}`;
  if (!isEncrypted || !CERTIFICATES.test(code)) return '';
  return `the certificate of the queue at ${name} is not accepted: ${message} (${code}). NODE_EXTRA_CA_CERTS names a file with an authority of your own`;
}

/** The reason of a failed connection in a few words. */
function reasonOf(error: (Error & { code?: string }) | undefined): string {
  return error?.code ?? error?.message.split('\n', 1)[0] ?? 'no answer';
}

/**
 * Connects to a queue. Once connected, the connection repairs itself: `tell` is told when the queue does not answer and when it is
 * back, and commands wait meanwhile.
 * @param patience time to wait for the first connection, ms
 * @param meanwhile what happens while the queue does not answer, for the message
 * @throws an Error when the queue refuses the user or the password, or cannot be reached in time
 */
export async function connect(
  { Redis }: Pick<QueueLibraries, 'Redis'>,
  address: QueueAddress,
  { patience, meanwhile, tell }: { patience: number; meanwhile: string; tell: Tell },
): Promise<Redis> {
  const { host, port, database, username, password, isEncrypted, name } = address;
  const redis = new Redis({
    host,
    port,
    db: database,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    // A name that the server may choose its certificate by; an address is none.
    ...(isEncrypted && { tls: isIP(host) === 0 ? { servername: host } : {} }),
    lazyConnect: true,
    // Commands wait for the queue instead of failing; BullMQ requires it.
    maxRetriesPerRequest: null,
    keepAlive: 10_000,
    socketTimeout: SILENCE,
    retryStrategy: (times) => Math.min(RETRY.first * times, RETRY.longest),
  });
  let lastError: Error | undefined;
  let [isConnected, isLost, refusal] = [false, false, ''];
  const sayLost = () => {
    if (!isLost) tell(`the queue at ${name} does not answer (${reasonOf(lastError)}); ${meanwhile}`);
    isLost = true;
  };
  /** Once connected, the server's answer may come after the loss was told. */
  const sayRefused = (sentence: string) => {
    if (sentence !== refusal) tell(`${sentence}; ${meanwhile}`);
    [refusal, isLost] = [sentence, true];
  };

  await new Promise<void>((resolve, reject) => {
    const fail = (message: string) => {
      redis.disconnect();
      reject(new Error(message));
    };
    const timer = Number.isFinite(patience)
      ? setTimeout(() => fail(`the queue at ${name} cannot be reached: ${reasonOf(lastError)}`), patience)
      : undefined;
    redis.on('error', (error) => {
      lastError = error;
      const sentence = refusalIn(error, address);
      if (sentence === '') sayLost();
      else if (isConnected) sayRefused(sentence);
      else {
        clearTimeout(timer);
        fail(sentence);
      }
    });
    redis.on('close', () => {
      if (isConnected && redis.status !== 'end') sayLost();
    });
    redis.on('ready', () => {
      if (isLost) tell(`the queue at ${name} answers`);
      [isLost, refusal] = [false, ''];
      lastError = undefined;
      isConnected = true;
      clearTimeout(timer);
      resolve();
    });
    // Rejects at the first failure; the events above report it, and further attempts follow.
    redis.connect().catch(() => {});
  });
  return redis;
}

/** Resolves when a connection is not there or no longer: commands that wait for their answers then are not to be waited for. */
export const whenAway = (redis: Redis): Promise<void> =>
  redis.status === 'ready' ? new Promise((resolve) => void redis.once('close', resolve)) : Promise.resolve();
