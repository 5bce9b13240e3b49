import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { LONGEST } from '../src/cluster/piece-sizes.ts';
import { LOADS, type Model, type Point, speedupOf } from './queue-model.ts';

const SIZE = { width: 720, height: 420 };
const MARGIN = { left: 60, right: 190, top: 20, bottom: 45 };
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7'];
const MOST = 8192;

/** Speed relative to one thread over the number of threads: the model as lines, measurements as dots. */
export function chartOf(points: readonly Point[], model: Model): string {
  const x = scaleLog([1, MOST], [MARGIN.left, SIZE.width - MARGIN.right]);
  const y = scaleLog([0.5, MOST], [SIZE.height - MARGIN.bottom, MARGIN.top]);
  const threads = Array.from({ length: 27 }, (_, i) => Math.round(2 ** (i / 2)));
  const ticks = [1, 8, 64, 512, 4096];
  const parts = [
    ...ticks.map(
      (each) =>
        `<path d="M${x(each)} ${MARGIN.top}V${SIZE.height - MARGIN.bottom}" stroke="#ccc"/><text x="${x(each)}" y="${SIZE.height - 25}" text-anchor="middle">${each}</text>`,
    ),
    ...ticks.map(
      (each) =>
        `<path d="M${MARGIN.left} ${y(each)}H${SIZE.width - MARGIN.right}" stroke="#ccc"/><text x="${MARGIN.left - 6}" y="${y(each) + 4}" text-anchor="end">${each}</text>`,
    ),
    `<text x="${(MARGIN.left + SIZE.width - MARGIN.right) / 2}" y="${SIZE.height - 6}" text-anchor="middle">threads of all workers</text>`,
    `<text transform="translate(16 ${SIZE.height / 2}) rotate(-90)" text-anchor="middle">speed, in threads without a queue</text>`,
    `<path d="M${x(1)} ${y(1)}L${x(MOST)} ${y(MOST)}" stroke="#999" stroke-dasharray="4 4"/>`,
    ...LOADS.map((load, i) => {
      const speeds = threads.map((count) => speedupOf({ ...load, threads: count }, model));
      const path = line<number>(
        (_, j) => x(threads[j]!),
        (speed) => y(speed),
      )(speeds);
      return `<path d="${path}" fill="none" stroke="${COLOURS[i]}" stroke-width="2"/><text x="${SIZE.width - MARGIN.right + 8}" y="${y(speeds.at(-1)!) + 4}" fill="${COLOURS[i]}">${load.episodes} × ${load.episodeTime} ms</text>`;
    }),
    ...points
      .filter(({ delay, batchTime, slowness }) => delay === 0 && batchTime === LONGEST && slowness === 1)
      .map(({ threads: count, episodes, episodeTime, time }) => {
        return `<circle cx="${x(count)}" cy="${y((episodes * episodeTime) / time)}" r="4" fill="#777"/>`;
      }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="sans-serif" font-size="12" fill="#777">`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}
