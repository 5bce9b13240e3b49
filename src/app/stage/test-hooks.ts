/** Distance at which a performance mark is set, metres. */
const FAR = 10;
/** Minimum milliseconds between two updates of the position. */
const EVERY = 100;

/** Publishes what the stage shows as attributes of the document and as performance marks, for tests and benchmarks. */
export function createTestHooks(): {
  begin(generation?: number): void;
  look(seen: { time: number; distance: number }): void;
  noteRenderer(name: string): void;
} {
  const { dataset } = document.documentElement;
  let lastNoted = 0;
  let acts = 0;
  const once = (name: string) => {
    if (performance.getEntriesByName(name).length === 0) performance.mark(name);
  };
  return {
    noteRenderer(name) {
      dataset.renderer = name;
    },
    begin(generation) {
      lastNoted = 0;
      dataset.stageDistance = '0.00';
      dataset.acts = String(acts++);
      dataset.onStage = String(generation ?? '');
    },
    look({ time, distance }) {
      if (time > 0 && dataset.moving !== 'true') {
        dataset.moving = 'true';
        once('first-motion');
      }
      if (distance >= FAR) once('walked-10m');
      const now = performance.now();
      if (now - lastNoted < EVERY) return;
      lastNoted = now;
      dataset.stageDistance = distance.toFixed(2);
      dataset.stageTime = time.toFixed(3);
    },
  };
}
