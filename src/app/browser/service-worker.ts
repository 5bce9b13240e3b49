/** Time between two looks for a newer version while the page stays open, ms. */
const HOUR = 3_600_000;

const container = (): ServiceWorkerContainer | undefined => globalThis.navigator?.serviceWorker;

/** How long a waiting service worker may take to take over, ms; then the page is reloaded all the same. */
const PATIENCE = 3000;

/** Lets the service worker that waits now take over; done when it has, or when none waits because another tab was first. */
function activate({ waiting }: ServiceWorkerRegistration): Promise<void> {
  if (waiting === null) return Promise.resolve();
  return new Promise((resolve) => {
    container()?.addEventListener('controllerchange', () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE);
    waiting.postMessage({ type: 'SKIP_WAITING' });
  });
}

/**
 * Calls back when a newer version of the page waits to be used, with a function that lets it take over, and when one took
 * over because of another tab. The page itself stays the old one until it is reloaded.
 */
export async function watchServiceWorker(onNewer: (takeOver: () => Promise<void>) => void): Promise<void> {
  const workers = container();
  if (workers === undefined) return;
  let hadController = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    // The first one takes over a page that it did not load: nothing is newer.
    if (hadController) onNewer(async () => {});
    hadController = true;
  });
  const registration = await workers.ready;
  const follow = (installing: ServiceWorker | null) =>
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && registration.active !== null) onNewer(() => activate(registration));
    });
  if (registration.waiting) onNewer(() => activate(registration));
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  setInterval(() => registration.update().catch(() => {}), HOUR);
}

/** Whether the server has another build than this one: its service worker does not list this script. False without a connection. */
export async function isNewerServed(): Promise<boolean> {
  try {
    const response = await fetch('sw.js', { cache: 'no-store' });
    const ownName = new URL(import.meta.url).pathname.replace(/^.*\//, '');
    return response.ok && !(await response.text()).includes(ownName);
  } catch {
    return false;
  }
}
