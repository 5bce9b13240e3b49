import type { Stage } from '../../view/stage.ts';

/** What lies on the lower part of the stage. */
const COVERS = '.player, .rail, .shared';

/**
 * Tells the stage how much of it is not covered by the controls below, so that the creature's feet stay in sight in windows of
 * any height. Returns a function that stops it.
 */
export function followRoom(host: HTMLElement, stage: Stage): () => void {
  const covers = [...document.querySelectorAll<HTMLElement>(COVERS)];
  const measure = () => {
    const room = host.getBoundingClientRect();
    const tops = covers
      .map((each) => each.getBoundingClientRect())
      // What is narrow lies beside the creature.
      .filter(({ width }) => width > room.width / 2)
      .map(({ top }) => top - room.top);
    stage.setFloor(Math.min(room.height, ...tops));
  };
  const observer = new ResizeObserver(measure);
  for (const each of [host, ...covers]) observer.observe(each);
  return () => observer.disconnect();
}
