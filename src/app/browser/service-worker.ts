/** Time between two checks for a newer version, ms. */
const CHECK_INTERVAL = 3_600_000;

const container = (): ServiceWorkerContainer | undefined => globalThis.navigator?.serviceWorker;

/** How long a waiting service worker may take to take over, ms; then the page is reloaded all the same. */
const PATIENCE = 3000;

/** Activates the waiting service worker; resolves when it controls the page, or when none waits because another tab activated it. */
function activate({ waiting }: ServiceWorkerRegistration): Promise<void> {
  if (waiting === null) return Promise.resolve();
  return new Promise((resolve) => {
    container()?.addEventListener('controllerchange', () => resolve(), { once: true });
    setTimeout(resolve, PATIENCE);
    waiting.postMessage({ type: 'SKIP_WAITING' });
  });
}

/**
 * Calls `onNewer` when a newer version of the page is waiting, with a function that activates it, and when another tab has
 * activated one. This page stays at its version until it is reloaded.
 */
export async function watchServiceWorker(onNewer: (takeOver: () => Promise<void>) => void): Promise<void> {
  const workers = container();
  if (workers === undefined) return;
  let hadController = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    // The first controller is not newer: the page was loaded without one.
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
  setInterval(() => registration.update().catch(() => {}), CHECK_INTERVAL);
}

/** Whether the server has another build: its service worker does not list this script. False without a connection. */
export async function isNewerServed(): Promise<boolean> {
  try {
    const response = await fetch('sw.js', { cache: 'no-store' });
    const ownName = new URL(import.meta.url).pathname.replace(/^.*\//, '');
    return response.ok && !(await response.text()).includes(ownName);
  } catch {
    return false;
  }
}
