import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { medianCurve, medianOf, reached, type Series } from './efficacy-rows.ts';

const LEVELS = [100, 200, 300] as const;

/** Published results on the same walker, from the sources named; a dash where they give none. */
const PUBLISHED = [
  ['estool CMA-ES, 24-40-40-4', '–', '21,600 / 13.3 M', '74,400 / 79.9 M'],
  ['estool PEPG, 24-40-40-4', '–', '74,400 / 32.2 M', '112,800 / 73.2 M'],
  ['ARS, linear (Hugging Face, MadFritz)', '–', '–', 'at most 96,000 / –'],
  ['TD3 (rl-baselines3-zoo, 306 ± 57)', '–', '–', '– / 1 M'],
] as const;

const million = (steps: number) => `${(steps / 1e6).toFixed(2)} M`;
const count = (value: number) => Math.round(value).toLocaleString('en-US');

function cell(series: Series, score: number): string {
  const rows = reached(series, score);
  const hits = rows.filter(Boolean).length;
  if (hits === 0) return '–';
  const [evaluations, steps, seconds] = (['evaluations', 'steps', 'seconds'] as const).map((key) =>
    medianOf(rows, key),
  );
  const share = `${hits} of ${rows.length}`;
  if (!Number.isFinite(steps)) return `(${share})`;
  const time = Number.isFinite(seconds) ? ` / ${count(seconds as number)} s` : '';
  return `${count(evaluations as number)} / ${million(steps as number)}${time} (${share})`;
}

/** On how many terrains the champions of a series were tested; several counts if not all alike. */
const terrainsOf = ({ seeds }: Series) => [...new Set(seeds.flat().map(({ terrains }) => terrains))].join(', ');

/** Control steps of the longest run in a series. */
const budget = ({ seeds }: Series) => million(Math.max(...seeds.flat().map(({ steps }) => steps)));

/** A Markdown table: evaluations / control steps / seconds to each level, medians over seeds, and the published figures. */
export function tableOf(all: readonly Series[]): string {
  const head = `| optimizer · brain | terrains | ${LEVELS.map((score) => `return ${score}`).join(' | ')} | best | longest run |`;
  const best = ({ seeds }: Series) =>
    Math.max(
      ...seeds
        .flat()
        .map((row) => row.return)
        .filter(Number.isFinite),
    ).toFixed(1);
  const ours = all.map(
    (series) =>
      `| ${series.name} | ${terrainsOf(series)} | ${LEVELS.map((score) => cell(series, score)).join(' | ')} | ${best(series)} | ${budget(series)} |`,
  );
  const theirs = PUBLISHED.map((row) => `| *${row[0]}* | – | ${row.slice(1).join(' | ')} | | |`);
  return [head, `|${' --- |'.repeat(LEVELS.length + 4)}`, ...ours, ...theirs].join('\n');
}

/** The page of the docs with the table. @param csv path of the tests from the page */
export const pageOf = (table: string, csv: string): string => `# How fast optimizers learn BipedalWalker

Written by \`npm run bench:efficacy -- --docs\`. Each cell has the evaluations / control steps / wall seconds of training until the champion first reached that mean return over held-out terrains (their number is in the second column), by the published rules (whole episodes as in Gymnasium, a fall costs 100). Values are medians over the seeds; a seed that never reached the return counts as infinite, and the brackets say how many did. Seconds are left out if the machine was used for other work. The last column is the length of the longest run; some runs stopped at a target return. Published figures, in italics, are evaluations / control steps.

${table}

![Median return over control steps](${csv.replace(/\.csv$/, '.svg')})

Every test: [${csv.replace(/^(\.\.\/)+/, '')}](${csv}).
`;

const SIZE = { width: 900, height: 480 };
const EDGE = { left: 60, right: 230, top: 20, bottom: 45 };
const COLOURS = [
  '#4269d0',
  '#efb118',
  '#ff725c',
  '#6cc5b0',
  '#3ca951',
  '#ff8ab7',
  '#a463f2',
  '#97bbf5',
  '#9c6b4e',
  '#9498a0',
];
/** One for each repetition of the colours. */
const DASHES = ['none', '6 3', '2 2'];

/** An SVG chart: median return over control steps. */
export function chartOf(all: readonly Series[]): string {
  const last = Math.max(...all.flatMap(({ seeds }) => seeds.flat().map(({ steps }) => steps)));
  const x = scaleLinear([0, last], [EDGE.left, SIZE.width - EDGE.right]).nice();
  const y = scaleLinear([-150, 350], [SIZE.height - EDGE.bottom, EDGE.top]);
  const path = line<[number, number]>(
    ([steps]) => x(steps),
    ([, score]) => y(score),
  );
  const grid = y
    .ticks(9)
    .map(
      (score) =>
        `<line x1="${EDGE.left}" x2="${SIZE.width - EDGE.right}" y1="${y(score)}" y2="${y(score)}" stroke="#8884"/>` +
        `<text x="${EDGE.left - 8}" y="${y(score) + 4}" text-anchor="end">${score}</text>`,
    );
  const foot = x
    .ticks(6)
    .map(
      (steps) =>
        `<text x="${x(steps)}" y="${SIZE.height - EDGE.bottom + 20}" text-anchor="middle">${million(steps)}</text>`,
    );
  const lines = all.map((series, i) => {
    const colour = COLOURS[i % COLOURS.length];
    const curve = medianCurve(series).filter(([, score]) => Number.isFinite(score));
    const top = EDGE.top + 10 + 20 * i;
    const legend = `<text x="${SIZE.width - EDGE.right + 34}" y="${top + 4}">${series.name}</text>`;
    const stroke = `stroke="${colour}" stroke-dasharray="${DASHES[Math.floor(i / COLOURS.length) % DASHES.length]}"`;
    const mark = `<line x1="${SIZE.width - EDGE.right + 10}" x2="${SIZE.width - EDGE.right + 28}" y1="${top}" y2="${top}" ${stroke} stroke-width="3"/>`;
    return `<path d="${path(curve) ?? ''}" fill="none" ${stroke} stroke-width="2"/>${mark}${legend}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="sans-serif" font-size="12" fill="#777">`,
    ...grid,
    ...foot,
    `<text x="${(EDGE.left + SIZE.width - EDGE.right) / 2}" y="${SIZE.height - 6}" text-anchor="middle">control steps</text>`,
    ...lines,
    '</svg>\n',
  ].join('\n');
}
