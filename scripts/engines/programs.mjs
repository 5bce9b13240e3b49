import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aptInstall, canInstall } from '../apt.mjs';
import { CHROMIUM_FLAGS, findChromium, onPath } from '../chromium.mjs';

/** @typedef {import('./job.mjs').Engine} Engine */

/** @param {string} program @param {string[]} words */
const outputOf = (program, ...words) =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 300_000 }).trim();

/**
 * Runs the client without a page: as a module that is given as text, since the bundle's exports are for both.
 * @param {string} program
 * @returns {Engine['start']}
 */
const byModule = (program) => (url, client) => {
  const script = `import(${JSON.stringify(pathToFileURL(client).href)}).then(({ work }) => work(${JSON.stringify(url)}));`;
  return { program, words: ['-e', script] };
};

/** Versions of Node that everything has to work on. */
export const NODE_MAJORS = [20, 22, 24];

/** Node of a major version, as npm's package `node` brings it: its program, its version and V8's. @param {number} major */
export function nodeProgram(major) {
  const asked = 'JSON.stringify([process.execPath, process.version, process.versions.v8])';
  /** @type {[string, string, string]} */
  const [path, version, v8] = JSON.parse(outputOf('npx', '-y', '-p', `node@${major}`, 'node', '-p', asked));
  if (!version.startsWith(`v${major}.`)) throw new Error(`npm's node@${major} is ${version}`);
  return { path, version: version.slice(1), v8 };
}

/** @param {number} major @returns {Engine} */
function node(major) {
  const { path, version, v8 } = nodeProgram(major);
  return { name: `Node ${major}`, version, script: `V8 ${v8}`, start: byModule(path) };
}

/** Bun, from npm. Its JavaScript engine is JavaScriptCore, as in Safari. @returns {Engine} */
function bun() {
  const script = 'JSON.stringify([process.execPath, process.versions.bun])';
  const [path, version] = JSON.parse(outputOf('npx', '-y', '-p', 'bun', 'bun', '-p', script));
  return { name: 'Bun', version, script: 'JavaScriptCore', start: byModule(path) };
}

/** The version that a browser prints for `--version`. @param {string} program */
const versionOf = (program) => /\d+(\.\d+)+\S*/.exec(outputOf(program, '--version'))?.[0] ?? 'unknown';

/** @returns {Promise<Engine>} */
async function chromium() {
  const program = await findChromium();
  if (!program) throw new Error('there is no Chromium: install it, or set CHROME_PATH to it');
  const flags = [...CHROMIUM_FLAGS, '--headless', '--disable-dev-shm-usage'];
  return {
    name: 'Chromium',
    version: versionOf(program),
    script: 'V8',
    start: (url, _client, folder) => ({ program, words: [...flags, `--user-data-dir=${folder}`, url] }),
  };
}

/** So that Firefox shows the page it is given, and nothing of its own. */
const FIREFOX_PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** @returns {Engine} */
function firefox() {
  const find = () => process.env.FIREFOX_PATH ?? onPath(['firefox-esr', 'firefox']);
  if (!find() && canInstall()) aptInstall('firefox-esr');
  const program = find();
  if (!program) throw new Error('there is no Firefox: install it, or set FIREFOX_PATH to it');
  return {
    name: 'Firefox',
    version: versionOf(program),
    script: 'SpiderMonkey',
    start: (url, _client, folder) => {
      const lines = Object.entries(FIREFOX_PREFERENCES).map(([name, value]) => `user_pref("${name}", ${value});\n`);
      writeFileSync(join(folder, 'user.js'), lines.join(''));
      return { program, words: ['--headless', '--no-remote', '--profile', folder, url] };
    },
  };
}

/** Functions that find or install each engine, by name. They throw an Error that says why if they cannot. */
export const PROGRAMS = {
  'Node 20': () => node(20),
  'Node 22': () => node(22),
  'Node 24': () => node(24),
  Chromium: chromium,
  Firefox: firefox,
  Bun: bun,
};
