/** Milliseconds. */
const LONG = 100;

// Scripts that run in the page.
const WATCH = `{
  const isFirst = !globalThis.isWatched;
  globalThis.isWatched = true;
  globalThis.frames = [];
  globalThis.tasks = [];
  const count = (time) => {
    frames.push(time);
    requestAnimationFrame(count);
  };
  const note = (list) => tasks.push(...list.getEntries().map((task) => Math.round(task.duration)));
  if (isFirst) {
    requestAnimationFrame(count);
    new PerformanceObserver(note).observe({ type: 'longtask' });
  }
}`;
const SEEN = '({ frames, tasks })';

/** @param {number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/**
 * The largest processor time of one task of the page's main thread, ms.
 * @param {{ name: string; ph: string; pid: number; tid: number; tdur?: number; args: { name?: string } }[]} events
 */
function longestWork(events) {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const isMain = new Set(mains.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ ph, pid, tid }) => ph === 'X' && isMain.has(`${pid} ${tid}`));
  return Math.round(Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000);
}

/**
 * Frames per second and work of the page's main thread while something is done.
 * @param {import('playwright').Browser} browser
 * @param {import('playwright').Page} page
 * @param {number} seconds that it takes
 * @param {() => Promise<unknown>} act
 */
export async function watchFrames(browser, page, seconds, act) {
  const session = await page.context().newCDPSession(page);
  // Processor time, independent of other work of the machine.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  await page.evaluate(WATCH);
  await browser.startTracing(page, { categories: ['toplevel'] });
  const before = await spent();
  await act();
  const work = (await spent()) - before;
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const { frames, tasks } = /** @type {{ frames: number[]; tasks: number[] }} */ (await page.evaluate(SEEN));
  const start = frames[0] ?? 0;
  const perSecond = Array.from({ length: seconds - 1 }, (_, second) => {
    const [from, to] = [start + 1000 * second, start + 1000 * (second + 1)];
    return frames.filter((time) => time >= from && time < to).length;
  });
  await session.detach();
  return {
    'frames a second, median': median(perSecond),
    'frames a second, worst': Math.min(...perSecond),
    'main thread, ms of work a frame': ((1000 * work) / frames.length).toFixed(1),
    'longest task, ms of work': longestWork(traceEvents),
    [`tasks over ${LONG} ms by the clock`]: tasks.filter((each) => each > LONG).length,
    'longest task, ms by the clock': Math.max(0, ...tasks),
  };
}
