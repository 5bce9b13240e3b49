const PREFIX = 'gaitlab run ';

/** Undefined in old browsers and on pages without https; then two tabs may open the same run. */
const lockManager = () => (globalThis.navigator as { locks?: LockManager } | undefined)?.locks;

/** Locks a run for this tab. Returns a function that unlocks it, as closing the tab does; undefined if another tab has the lock. */
export function lockRun(id: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    const locks = lockManager();
    if (locks === undefined) return resolve(() => {});
    locks
      .request(PREFIX + id, { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(undefined);
        return new Promise<void>((release) => resolve(release));
      })
      .catch(() => resolve(() => {}));
  });
}

/** Ids of the runs that are open in any tab. */
export async function lockedRuns(): Promise<ReadonlySet<string>> {
  try {
    const { held = [] } = (await lockManager()?.query()) ?? {};
    return new Set(held.flatMap(({ name = '' }) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])));
  } catch {
    return new Set();
  }
}
