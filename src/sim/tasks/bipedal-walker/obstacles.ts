import { STEP } from './course.ts';

type Corners = [number, number][];

/** What stands on or gapes in the hardcore course. */
export interface Obstacle {
  rocks: Corners[];
  /** How many corners of ground it takes up, its first one included. */
  pieces: number;
  /** Height of the ground with so many corners to go, metres. */
  heightAt(counter: number): number;
}

/** Whole numbers from `low` to below `high`. */
type Draw = (low: number, high: number) => number;

/** A hole four pieces deep between two walls. */
export function pit(x: number, y: number, draw: Draw): Obstacle {
  const width = draw(3, 5);
  const wall: Corners = [
    [x, y],
    [x + STEP, y],
    [x + STEP, y - 4 * STEP],
    [x, y - 4 * STEP],
  ];
  return {
    rocks: [wall, wall.map(([wx, wy]) => [wx + STEP * width, wy])],
    pieces: width + 2,
    heightAt: (counter) => (counter > 1 ? y - 4 * STEP : y),
  };
}

/** A block of one or two pieces; the ground beneath it is level. */
export function stump(x: number, y: number, draw: Draw): Obstacle {
  const size = draw(1, 3);
  const block: Corners = [
    [x, y],
    [x + size * STEP, y],
    [x + size * STEP, y + size * STEP],
    [x, y + size * STEP],
  ];
  return { rocks: [block], pieces: size, heightAt: () => y };
}

/** Three or four steps up or down, each four pieces long and one high. */
export function stairs(x: number, y: number, draw: Draw): Obstacle {
  const rise = draw(0, 2) === 1 ? 1 : -1;
  const width = 4;
  const steps = draw(3, 5);
  const rocks = Array.from({ length: steps }, (_, s): Corners => {
    const [left, right] = [x + s * width * STEP, x + (1 + s) * width * STEP];
    const [top, bottom] = [y + s * rise * STEP, y + (-1 + s * rise) * STEP];
    return [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ];
  });
  const pieces = steps * width;
  return { rocks, pieces, heightAt: (counter) => y + ((pieces - counter - rise) / width) * rise * STEP };
}
