/** Milestones every visit is timed by. */
const FAR = 10;
/** Milliseconds between two notes of where the creature is. */
const EVERY = 100;

/** Writes on the document what can be seen on the stage, for tests and measurements. */
export function traceMotion(): {
  begin(generation?: number): void;
  look(seen: { time: number; distance: number }): void;
} {
  const { dataset } = document.documentElement;
  let noted = 0;
  let acts = 0;
  const once = (name: string) => {
    if (performance.getEntriesByName(name).length === 0) performance.mark(name);
  };
  return {
    begin(generation) {
      noted = 0;
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
      if (now - noted < EVERY) return;
      noted = now;
      dataset.stageDistance = distance.toFixed(2);
      dataset.stageTime = time.toFixed(3);
    },
  };
}
