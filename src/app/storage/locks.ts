const PREFIX = 'gaitlab run ';

/** Old browsers have none, nor have pages that came without encryption: then whoever comes may have any run. */
const manager = () => (globalThis.navigator as { locks?: LockManager } | undefined)?.locks;

/** Takes a run for this tab, until what comes back is called or the tab is gone; undefined when another tab has it. */
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

/** The runs that any tab has. */
export async function heldRuns(): Promise<ReadonlySet<string>> {
  try {
    const { held = [] } = (await manager()?.query()) ?? {};
    return new Set(held.flatMap(({ name = '' }) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])));
  } catch {
    return new Set();
  }
}
