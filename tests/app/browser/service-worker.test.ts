import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchServiceWorker } from '../../../src/app/browser/service-worker.ts';

/** A service worker that notes what it is told. */
function worker(state = 'installed') {
  return Object.assign(new EventTarget(), { state, postMessage: vi.fn() });
}
type Worker = ReturnType<typeof worker>;

/** The browser's side: a registration, and the pages under its worker. */
function browser(active: Worker | null, waiting: Worker | null = null) {
  const registration = Object.assign(new EventTarget(), {
    active,
    waiting,
    installing: null as Worker | null,
    update: vi.fn(async () => {}),
  });
  const serviceWorker = Object.assign(new EventTarget(), { controller: active, ready: Promise.resolve(registration) });
  vi.stubGlobal('navigator', { serviceWorker });
  const takeOver = (next: Worker) => {
    Object.assign(registration, { active: next, waiting: null });
    serviceWorker.dispatchEvent(new Event('controllerchange'));
  };
  const deploy = () => {
    const next = worker('installing');
    registration.installing = next;
    registration.dispatchEvent(new Event('updatefound'));
    Object.assign(registration, { installing: null, waiting: next });
    next.state = 'installed';
    next.dispatchEvent(new Event('statechange'));
    return next;
  };
  return { registration, takeOver, deploy };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What the page is told of newer versions. */
async function watching() {
  const newer: (() => Promise<void>)[] = [];
  await watchServiceWorker((takeOver) => newer.push(takeOver));
  return newer;
}

const SKIP = [[{ type: 'SKIP_WAITING' }]];

describe('a newer version of the page', () => {
  test('that waits already, or comes later, is told, and takes over when it is asked to', async () => {
    const waiting = worker();
    const { takeOver, deploy } = browser(worker('activated'), waiting);
    const newer = await watching();
    expect(newer).toHaveLength(1);
    const done = newer[0]?.();
    expect(waiting.postMessage.mock.calls).toEqual(SKIP);
    takeOver(waiting);
    await done;
    deploy();
    expect(newer.length).toBeGreaterThan(1);
  });

  test('is not told of at the first visit, whose worker takes over a page that it did not load', async () => {
    const { takeOver } = browser(null);
    const newer = await watching();
    takeOver(worker('activated'));
    expect(newer).toEqual([]);
  });

  test('that another tab let take over is reloaded into at once, by the button that was there before', async () => {
    const { takeOver, deploy } = browser(worker('activated'));
    const newer = await watching();
    const next = deploy();
    takeOver(next);
    expect(newer).toHaveLength(2);
    await newer[0]?.();
    expect(next.postMessage).not.toHaveBeenCalled();
  });

  test('that was replaced by a still newer one gives way to that', async () => {
    const { takeOver, deploy } = browser(worker('activated'));
    const newer = await watching();
    const [first, second] = [deploy(), deploy()];
    const done = newer[0]?.();
    expect(first.postMessage).not.toHaveBeenCalled();
    expect(second.postMessage.mock.calls).toEqual(SKIP);
    takeOver(second);
    await done;
  });

  test('is reloaded into after some seconds when its worker never takes over', async () => {
    const { deploy } = browser(worker('activated'));
    const newer = await watching();
    deploy();
    let isDone = false;
    void newer[0]?.().then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(2900);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(isDone).toBe(true);
  });
});

test('a browser without service workers is left alone', async () => {
  vi.stubGlobal('navigator', {});
  expect(await watching()).toEqual([]);
});
