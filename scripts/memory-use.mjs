import { readFileSync } from 'node:fs';
import { setTimeout as pass } from 'node:timers/promises';

/**
 * Bytes in use on a page after garbage collection: objects, and the memory of typed arrays and the browser's own objects. The
 * minimum of several measurements, as what the stage shows varies.
 * @param {import('playwright').Page} page
 */
export async function usedBy(page) {
  const session = await page.context().newCDPSession(page);
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 8; look++) {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
    least = Math.min(least, usedSize + embedderHeapUsedSize + backingStorageSize);
    await pass(300);
  }
  await session.detach();
  return least;
}

/**
 * Resident bytes of all renderer processes of a browser: with one page open, the page and its workers. NaN where not available.
 * @param {import('playwright').Browser} browser
 */
export async function residentIn(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  let sum = 0;
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue;
    try {
      sum += 1024 * Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
    } catch {
      return Number.NaN;
    }
  }
  return sum;
}
