const PREFIX = 'gaitlab run ';

/** Missing in old browsers and on pages without https: then two tabs may open the same run. */
const manager = () => (globalThis.navigator as { locks?: LockManager } | undefined)?.locks;

/** Locks a run for this tab until the function returned is called or the tab is closed; undefined when another tab has it. */
export function holdRun(id: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    const locks = manager();
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
export async function heldRuns(): Promise<ReadonlySet<string>> {
  try {
    const { held = [] } = (await manager()?.query()) ?? {};
    return new Set(held.flatMap(({ name = '' }) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])));
  } catch {
    return new Set();
  }
}
