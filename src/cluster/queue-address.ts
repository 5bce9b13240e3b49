/** Where a queue is: a Redis or Valkey server and one of its databases. */
export interface QueueAddress {
  host: string;
  port: number;
  database: number;
  username: string | undefined;
  password: string | undefined;
  isEncrypted: boolean;
  /** Host, port and database, for messages: never the password. */
  name: string;
}

const FORM = 'redis://host, redis://host:port/database or, with TLS, rediss://user:password@host:port/database';
const DEFAULT_PORT = 6379;

/** Decodes a part of a URL; undefined for an empty one. */
function decoded(part: string): string | undefined {
  if (part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Error(
      'the user or the password in the URL of the queue has a % that starts no character: write it as %25',
    );
  }
}

/**
 * Parses the URL of a queue. `password` is used if the URL has none. Throws an Error that does not quote the URL, since it may
 * contain a password.
 */
export function parseQueueAddress(text: string, password?: string): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'redis:' && url.protocol !== 'rediss:') || url.hostname === '')
    throw new Error(`the queue must be given as ${FORM}`);
  if (url.search !== '' || url.hash !== '') throw new Error(`the URL of the queue must have no ? and no #: ${FORM}`);
  const database = url.pathname === '' || url.pathname === '/' ? 0 : Number(url.pathname.slice(1));
  if (!Number.isInteger(database) || database < 0 || database > 65_535)
    throw new Error(`the database at the end of the URL of the queue must be a whole number: ${FORM}`);
  const port = url.port === '' ? DEFAULT_PORT : Number(url.port);
  return {
    // An IPv6 address is in brackets only within a URL.
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    database,
    username: decoded(url.username),
    password: decoded(url.password) ?? password,
    isEncrypted: url.protocol === 'rediss:',
    name: `${url.hostname}:${port}/${database}`,
  };
}
