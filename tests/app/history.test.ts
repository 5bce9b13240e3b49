import { describe, expect, it } from 'vitest';
import { createHistory } from '../../src/app/history.ts';

describe('history', () => {
  it('stays small over a long run and still spans all of it', () => {
    const history = createHistory(100);
    for (let g = 0; g < 12_345; g++) history.add(g, g / 2, -g, 10 * g);
    expect(history.generation.length).toBeLessThan(100);
    expect(history.generation.length).toBeGreaterThan(45);
    expect(history.generation[0]).toBe(0);
    expect(history.generation.at(-1)).toBeGreaterThan(12_000);
    const steps = new Set(history.generation.slice(1).map((g, i) => g - (history.generation[i] ?? 0)));
    expect(steps.size).toBe(1);
    history.generation.forEach((g, i) => {
      expect([history.best[i], history.mean[i], history.steps[i]]).toEqual([g / 2, -g, 10 * g]);
    });
  });
});
