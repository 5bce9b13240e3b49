import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The next build of the page: another title, and other names for all of its scripts. */
function nextBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gaitlab-next-'));
  cpSync('dist/web', folder, { recursive: true });
  const assets = join(folder, 'assets');
  const renamed = readdirSync(assets).filter((name) => /-[\w-]{8}\.js$/.test(name));
  // The first letter of the hash goes to its end: two scripts of one name keep different hashes.
  const nextName = (name: string) => name.replace(/-([\w-])([\w-]{7})\.js$/, '-$2$1.js');
  for (const name of renamed) renameSync(join(assets, name), join(assets, nextName(name)));
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|html)$/.test(name));
  for (const name of texts) {
    const before = readFileSync(join(folder, name), 'utf8');
    const after = renamed.reduce((text, old) => text.replaceAll(old, nextName(old)), before);
    writeFileSync(join(folder, name), after.replace('<title>Gaitlab:', '<title>Next:'));
  }
  const worker = join(folder, 'sw.js');
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(/("?index\.html"?,revision:")/, '$1next'));
  return folder;
}

/** Serves the built page; `deploy` puts the next build in its place, `stop` takes the server away. */
export async function serveTwoBuilds() {
  let root = 'dist/web';
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname.replace(/\/$/, '/index.html');
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    response.setHeader('cache-control', 'no-cache');
    try {
      response.end(readFileSync(join(root, path)));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('there is no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    deploy() {
      root = nextBuild();
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
