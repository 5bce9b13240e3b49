import { beforeEach, expect, test, vi } from 'vitest';
import { type Film, gif, still } from '../../src/cli/film.ts';
import { wholeEpisode } from '../../src/export/frame-times.ts';
import { lengthOf } from '../../src/view/pose.ts';
import { glider } from '../export/glider.ts';

const { drawn } = vi.hoisted(() => ({ drawn: [] as [time: number, dt: number][] }));
vi.mock('../../src/export/picture.ts', () => ({
  createPictures: () => (time: number, dt: number) => {
    drawn.push([time, dt]);
    return [];
  },
}));
vi.mock('../../src/cli/canvas.ts', () => ({
  openCanvas: async () => ({ pixels: () => new Uint8ClampedArray(4 * 16), png: () => Buffer.of(1, 2) }),
}));
beforeEach(() => void drawn.splice(0));

const recording = glider(1.3);
const end = lengthOf(recording);
const scene = { recording, fell: false, caption: () => [], shot: wholeEpisode(recording) };
const film = (fps: number, speed: number, scenes = 1): Film => ({
  scenes: new Array(scenes).fill(scene),
  size: { width: 4, height: 4 },
  isDark: false,
  timing: { fps, speed },
});

test.each([
  [25, 25, 1],
  [30, 30, 2],
  // Players show faster GIFs at a tenth of their speed.
  [60, 50, 1],
])('a GIF of %i pictures a second shows %i, each so much later than the one before', async (fps, shown, speed) => {
  const bytes = await gif(film(fps, speed, 2));
  expect(Buffer.from(bytes.subarray(0, 6)).toString()).toBe('GIF89a');
  // Four of each scene for the table of colours.
  const pictures = drawn.splice(8);
  const count = Math.ceil((end / speed) * shown - 1e-6) + 1;
  expect(pictures).toHaveLength(2 * count);
  for (const [i, [time, dt]] of pictures.entries()) {
    expect(time).toBeCloseTo(Math.min(end, ((i % count) * speed) / shown), 9);
    expect(dt).toBe(1 / shown);
  }
  expect(drawn.every(([, dt]) => dt === 0)).toBe(true);
});

test('a still is at the middle of the episode, or where it is asked for', async () => {
  await still(film(30, 1), scene);
  await still(film(30, 1), scene, 0.25);
  expect(drawn).toEqual([
    [expect.closeTo(end / 2, 9), 0],
    [0.25, 0],
  ]);
});
