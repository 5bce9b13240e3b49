import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whoever is not done by then is taken for lost, ms. */
const PATIENCE = 15 * 60_000;

const PAGE = `<!doctype html><title>Gaitlab in this engine</title>
<script type="module">
  const script = "import { work } from '" + location.origin + "/client.js'; work('" + location.origin + "/');";
  new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { type: 'module' });
</script>`;

/**
 * An engine to be tested.
 * @typedef {object} Engine
 * @property {string} name
 * @property {string} version Version of the program.
 * @property {string} script Its JavaScript engine, with the version if known.
 * @property {(url: string, client: string, folder: string) => { program: string, words: string[] }} start Returns the
 *   command that does the job at `url` with the bundle `client`; `folder` is a temporary folder for it.
 */

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request) {
  /** @type {Buffer[]} */
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/**
 * Has an engine do one job of `tests/engines/client.ts`, in a process of its own that is ended afterwards.
 * @param {Engine} engine
 * @param {string} client The bundle's file.
 * @param {import('../../tests/engines/client.ts').Job} job
 * @returns {Promise<any>} What it answered.
 */
export async function runJob(engine, client, job) {
  /** @type {(answer: { result?: unknown, error?: string }) => void} */
  let done = () => {};
  /** @type {Promise<{ result?: unknown, error?: string }>} */
  const answered = new Promise((resolve) => {
    done = resolve;
  });
  const server = createServer(async (request, response) => {
    const type =
      request.url === '/client.js' ? 'text/javascript' : request.url === '/' ? 'text/html' : 'application/json';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    if (request.url === '/') response.end(PAGE);
    else if (request.url === '/client.js') response.end(readFileSync(client));
    else if (request.url === '/job') response.end(JSON.stringify(job));
    else if (request.url === '/answer') {
      const answer = JSON.parse(await bodyOf(request));
      response.end('{}');
      done(answer);
    } else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const folder = mkdtempSync(join(tmpdir(), 'gaitlab-engine-'));
  const { program, words } = engine.start(`http://127.0.0.1:${address.port}/`, client, folder);
  // A group of its own: browsers are started by scripts and start processes themselves, which all have to end.
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let complaints = '';
  child.stderr.on('data', (piece) => {
    complaints = `${complaints}${piece}`.slice(-500);
  });
  child.on('error', (error) => done({ error: error.message }));
  // What was answered just before the end comes first.
  child.on('exit', (code) => setTimeout(done, 1000, { error: `it ended with ${code} and no answer: ${complaints}` }));
  const clock = setTimeout(done, PATIENCE, { error: 'it did not answer in time' });
  const { result, error } = await answered;
  clearTimeout(clock);
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  if (error !== undefined) throw new Error(`${engine.name} ${engine.version}: ${error}`);
  return result;
}
