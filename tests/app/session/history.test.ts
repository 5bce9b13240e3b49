import { describe, expect, it } from 'vitest';
import { columns, createHistory } from '../../../src/app/session/history.ts';
import { historyCsv } from '../../../src/app/tools/charts/history-csv.ts';
import { gaitNames } from '../../../src/sim/gait/names.ts';
import { row } from './row.ts';

describe('history', () => {
  it('stays small over a long run, and still covers all of it', () => {
    const history = createHistory(100);
    for (let g = 0; g < 12_345; g++) history.add(row(g, { best: g / 2, noise: -g }));
    expect(history.generation.length).toBeLessThan(100);
    expect(history.generation.length).toBeGreaterThan(45);
    expect(history.generation[0]).toBe(0);
    expect(history.generation.at(-1)).toBeGreaterThan(12_000);
    const steps = new Set(history.generation.slice(1).map((g, i) => g - (history.generation[i] ?? 0)));
    expect(steps.size).toBe(1);
    history.generation.forEach((g, i) => {
      expect([history.best[i], history.noise[i]]).toEqual([g / 2, -g]);
    });
    for (const name of columns) expect(history[name].length).toBe(history.generation.length);
  });

  it('returns the newest rows, from a given generation on', () => {
    const history = createHistory();
    for (let g = 0; g < 30; g++) history.add(row(g, { mean: g }));
    expect(history.latest(3).map(({ generation, mean }) => [generation, mean])).toEqual([
      [27, 27],
      [28, 28],
      [29, 29],
    ]);
    expect(history.latest(100, 28).map(({ generation }) => generation)).toEqual([28, 29]);
    expect(history.latest(100)).toHaveLength(30);
  });

  it('can be cleared', () => {
    const history = createHistory(4);
    for (let g = 0; g < 9; g++) history.add(row(g));
    history.clear();
    history.add(row(0, { best: 1 }));
    history.add(row(1, { best: 3 }));
    expect(history).toMatchObject({ generation: [0, 1], best: [1, 3] });
  });

  it('is exported as CSV: a row of names and one row per generation, with empty fields for unknown values', () => {
    const history = createHistory();
    history.add(row(0, { best: 1.5, diversity: Number.NaN, gait: gaitNames.indexOf('skip') }));
    history.add(row(1, { best: -2e-7, diversity: 0.1, gait: Number.NaN }));
    const [header, ...lines] = historyCsv(history).trimEnd().split('\n');
    expect(header?.split(',')).toEqual(columns);
    const cells = lines.map((line) => line.split(','));
    expect(cells.map((each) => each[columns.indexOf('best')])).toEqual(['1.5', '-2e-7']);
    expect(cells.map((each) => each[columns.indexOf('diversity')])).toEqual(['', '0.1']);
    expect(cells.map((each) => each[columns.indexOf('gait')])).toEqual(['skip', '']);
  });
});
