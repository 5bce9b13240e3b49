import { pathToFileURL } from 'node:url';
import { aptInstall, canInstall } from './apt.mjs';
import { onPath } from './chromium.mjs';

/** The server that tests of the queue start: Redis or Valkey, on the PATH. */
export const findRedis = () => onPath(['redis-server', 'valkey-server']);

/** What to do without one. */
export const NO_REDIS =
  'The tests of the queue need redis-server or valkey-server on the PATH: install the package redis-server.';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href && !findRedis()) {
  if (canInstall()) {
    console.log('No Redis found: installing the redis-server package, for the tests of the queue.');
    aptInstall('redis-server');
  }
  if (!findRedis()) console.error(NO_REDIS);
}
