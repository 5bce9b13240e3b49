import { describe, expect, it } from 'vitest';
import { createHistory } from '../../../../src/app/session/history.ts';
import { tablesOf } from '../../../../src/app/tools/runs/compare-data.ts';

import { row } from '../../session/row.ts';

const history = (count: number) => {
  const made = createHistory();
  for (let g = 0; g < count; g++) made.add(row(g, { best: g / 2, mean: g / 4, steps: 100 * g }));
  return made;
};

describe('tables of several runs', () => {
  it('have generations or control steps as the axis, and means if wanted', () => {
    expect(tablesOf([history(3)], 'generation', false)).toEqual([
      [
        [0, 1, 2],
        [0, 0.5, 1],
      ],
    ]);
    expect(tablesOf([history(3)], 'steps', true)).toEqual([
      [
        [0, 100, 200],
        [0, 0.5, 1],
        [0, 0.25, 0.5],
      ],
    ]);
  });

  it('stay small, and keep the first and the last point', () => {
    const [table] = tablesOf([history(10_000)], 'generation', false, 100);
    expect(table?.[0]?.length).toBeLessThanOrEqual(101);
    expect([table?.[0]?.[0], table?.[0]?.at(-1)]).toEqual([0, 9999]);
    expect(tablesOf([history(0), history(1)], 'steps', false)).toEqual([
      [[], []],
      [[0], [0]],
    ]);
  });
});
