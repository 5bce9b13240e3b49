import { describe, expect, it } from 'vitest';
import { createHistory } from '../../src/run/history.ts';

describe('history', () => {
  it('stays small over a long run and still spans all of it', () => {
    const history = createHistory(100);
    for (let g = 0; g < 12_345; g++) history.add(g, g / 2, -g);
    expect(history.generation.length).toBeLessThan(100);
    expect(history.generation.length).toBeGreaterThan(45);
    expect(history.generation[0]).toBe(0);
    expect(history.generation.at(-1)).toBeGreaterThan(12_000);
    const steps = new Set(history.generation.slice(1).map((g, i) => g - (history.generation[i] ?? 0)));
    expect(steps.size).toBe(1);
    history.generation.forEach((g, i) => {
      expect([history.best[i], history.mean[i]]).toEqual([g / 2, -g]);
    });
  });

  it('forgets', () => {
    const history = createHistory(4);
    for (let g = 0; g < 9; g++) history.add(g, g, g);
    history.clear();
    history.add(0, 1, 2);
    history.add(1, 3, 4);
    expect(history).toMatchObject({ generation: [0, 1], best: [1, 3], mean: [2, 4] });
  });
});
