import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { aptInstall, canInstall } from './apt.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @param {string | undefined} file */
function runs(file) {
  try {
    if (!file) return false;
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of these programs that is on the PATH. @param {readonly string[]} names */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(runs);
}

/**
 * The Chromium that tests drive: CHROME_PATH, one on the PATH, one in its usual place, or Playwright's own.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const found = onPath(NAMES) ?? PLACES.find(runs);
  if (found) return found;
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  return runs(own) ? own : undefined;
}

/** Flags for a browser that tests start: no sandbox (it may be root), no GPU, and silent towards the network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Finds Chromium or, as root on Debian, installs it; fails in one sentence otherwise. */
async function ensureChromium() {
  const asked = process.env.CHROME_PATH;
  if (asked && !runs(asked)) throw new Error(`CHROME_PATH is ${asked}, which is not a program that can be run.`);
  if (await findChromium()) return;
  if (canInstall()) {
    console.log('No Chromium found: installing the chromium package, for the browser tests.');
    aptInstall('chromium', 'fonts-liberation');
    if (await findChromium()) return;
  }
  throw new Error(
    'The browser tests need Chromium: install it, or run "npx playwright install chromium", or set CHROME_PATH to it.',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureChromium().catch((/** @type {Error} */ error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
