import * as v from 'valibot';

/** In the storage of the tab, which survives a reload and is written at once, as a page that is left has no time to save a run. */
const KEY = 'gaitlab-left';

const leftSchema = v.object({ id: v.string(), generation: v.pipe(v.number(), v.integer(), v.minValue(0)) });

/** Notes how far a run is when its page is left, which may be some generations after its last save. */
export function noteLeft(id: string, generation: number): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ id, generation }));
  } catch {
    // Without storage nothing is continued either.
  }
}

/** The generation at which this tab left a run; -1 if it left another one or none. */
export function generationLeft(id: string): number {
  try {
    const left = v.parse(leftSchema, JSON.parse(sessionStorage.getItem(KEY) ?? ''));
    return left.id === id ? left.generation : -1;
  } catch {
    return -1;
  }
}
