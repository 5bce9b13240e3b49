import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { efficacyOptions } from '../../bench/efficacy-options.ts';
import { chartOf, pageOf, tableOf } from '../../bench/efficacy-report.ts';
import { CSV_HEADER, medianCurve, medianOf, reached, rowsOf, seriesOf } from '../../bench/efficacy-rows.ts';

const csv = [
  CSV_HEADER,
  ',snes,mlp,1,9,300,100000,5.0,20,-20.5,3,0',
  ',snes,mlp,1,19,600,200000,9.0,20,150,0,0',
  ',snes,mlp,1,29,900,300000,14.0,20,310,0,1',
  ',snes,mlp,2,9,320,110000,6.0,20,120,1,0',
  ',snes,mlp,2,19,640,220000,11.0,20,,,1',
  'warm,ars,linear,1,9,288,100000,4.0,100,50,0,1',
  '',
].join('\n');

describe('results of the efficacy bench', () => {
  const series = seriesOf(rowsOf(csv));
  const [snes, ars] = series as [(typeof series)[0], (typeof series)[0]];

  test('are read by optimizer, brain and seed; a test without a champion has no return', () => {
    expect(series.map(({ name }) => name)).toEqual(['snes · mlp', 'warm · ars · linear']);
    expect(snes.seeds.map((rows) => rows.length)).toEqual([3, 2]);
    expect(snes.seeds[1]?.[1]?.return).toBeNaN();
    expect(snes.seeds[0]?.[2]).toMatchObject({ steps: 300000, return: 310, falls: 0, done: true });
  });

  test('a return is reached by the first test at or above it; seeds that never reach it count as infinite', () => {
    expect(reached(snes, 100).map((row) => row?.steps)).toEqual([200000, 110000]);
    expect(medianOf(reached(snes, 100), 'steps')).toBe(155000);
    expect(reached(snes, 300).map((row) => row?.steps)).toEqual([300000, undefined]);
    expect(medianOf(reached(ars, 100), 'steps')).toBe(Number.POSITIVE_INFINITY);
  });

  test('the curve has the median of all first tests, all second ones and so on', () => {
    expect(medianCurve(snes)).toEqual([
      [105000, (-20.5 + 120) / 2],
      [210000, 150],
      [300000, 310],
    ]);
  });

  test('are written as a table with the published figures, and as a chart', () => {
    const table = tableOf(series);
    expect(table).toContain('| snes · mlp | 20 | 460 / 0.15 M / 8 s (2 of 2) |');
    expect(table).toContain('| warm · ars · linear | 100 | – | – | – | 50.0 | 0.10 M |');
    expect(table).toContain('estool CMA-ES');
    const untimed = seriesOf(rowsOf(`${CSV_HEADER}\n,snes,linear,1,9,300,100000,,20,150,3,1\n`));
    expect(tableOf(untimed)).toContain('| snes · linear | 20 | 300 / 0.10 M (1 of 1) | – |');
    const chart = chartOf(series);
    expect(chart.match(/<path d="M/g)?.length).toBe(2);
    expect(chart).toContain('warm · ars · linear');
  });
});

describe('the page of the docs', () => {
  const tests = readFileSync('bench/results/efficacy.csv', 'utf8');
  const page = readFileSync('docs/efficacy.md', 'utf8');

  test('is what is made of the tests, each row with its number of terrains', () => {
    expect(page).toBe(pageOf(tableOf(seriesOf(rowsOf(tests))), '../bench/results/efficacy.csv'));
    const rows = page.split('\n').filter((line) => /^\| [a-z]/.test(line) && !line.startsWith('| optimizer'));
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) expect(row).toMatch(/^\| [^|]+ \| (20|100) \|/);
  });

  test('tells several numbers of terrains where a row has them', () => {
    const mixed = seriesOf(rowsOf(`${csv}warm,ars,linear,2,9,288,100000,4.0,20,50,0,1\n`));
    expect(tableOf(mixed)).toContain('| warm · ars · linear | 100, 20 |');
  });

  test('is written only when that is asked for, wherever the tests go', () => {
    for (const args of [[], ['--out', 'x.csv'], ['--quick'], ['--quick', '--out', 'x.csv']])
      expect(efficacyOptions(args).docs).toBe(false);
    expect(efficacyOptions(['--docs']).docs).toBe(true);
  });
});

test('the options of the bench', () => {
  expect(efficacyOptions([])).toMatchObject({
    terrains: 20,
    seeds: [1, 2, 3, 4, 5],
    out: 'bench/results/efficacy.csv',
  });
  expect(efficacyOptions(['--terrains', '100', '--optimizers', 'snes,ars', '--until', '300'])).toMatchObject({
    ...{ terrains: 100, optimizers: ['snes', 'ars'], until: 300, steps: 3_000_000 },
  });
  expect(efficacyOptions(['--quick'])).toMatchObject({ terrains: 2, steps: 20_000, out: 'bench/results/quick.csv' });
  expect(efficacyOptions(['--quick', '--out', 'mine.csv']).out).toBe('mine.csv');
  expect(() => efficacyOptions(['--terains', '3'])).toThrow('--terains');
});
