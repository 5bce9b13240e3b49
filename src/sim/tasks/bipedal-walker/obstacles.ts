import { STEP } from './course.ts';

type Corners = [number, number][];

/** An obstacle of the hardcore course. */
export interface Obstacle {
  rocks: Corners[];
  /** Number of the ground's corners that it covers, the first included. */
  pieces: number;
  /** Height of the ground when `counter` corners of the obstacle remain, metres. */
  heightAt(counter: number): number;
}

/** Draws a whole number from `low` to below `high`. */
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

/** A block as wide and high as one or two pieces, on level ground. */
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

/** Three or four steps, all up or all down, each four pieces long and one high. */
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
