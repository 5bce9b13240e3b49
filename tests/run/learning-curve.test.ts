import { describe, expect, it } from 'vitest';
import { createLearningCurve } from '../../src/run/learning-curve.ts';

const names = ['best', 'mean'] as const;

describe('a curve', () => {
  it('stays small over a long run, and still covers all of it', () => {
    const curve = createLearningCurve(names, 100);
    for (let g = 0; g < 12_345; g++) curve.add({ generation: g, best: g / 2, mean: -g });
    const { generation, best, mean } = curve.columns;
    expect(generation.length).toBeLessThan(100);
    expect(generation.length).toBeGreaterThan(45);
    expect(generation[0]).toBe(0);
    expect(generation.at(-1)).toBeGreaterThan(12_000);
    const steps = new Set(generation.slice(1).map((g, i) => g - (generation[i] ?? 0)));
    expect(steps.size).toBe(1);
    generation.forEach((g, i) => {
      expect([best[i], mean[i]]).toEqual([g / 2, -g]);
    });
  });

  it('continues from its columns, or from those with other names, as if uninterrupted', () => {
    const [whole, half] = [createLearningCurve(names, 10), createLearningCurve(names, 10)];
    for (let g = 0; g < 40; g++) whole.add({ generation: g, best: g, mean: -g });
    for (let g = 0; g < 23; g++) half.add({ generation: g, best: g, mean: -g });
    const later = createLearningCurve(names, 10);
    later.restore({ ...half.columns, pace: half.columns.best });
    for (let g = 23; g < 40; g++) later.add({ generation: g, best: g, mean: -g });
    expect(later.columns).toEqual(whole.columns);
    later.restore({ generation: [0, 1] });
    expect(later.columns).toEqual({
      generation: [0, 1],
      best: [Number.NaN, Number.NaN],
      mean: [Number.NaN, Number.NaN],
    });
  });

  it('thins a longer one to its limit', () => {
    const long = createLearningCurve(names, 1000);
    for (let g = 0; g < 500; g++) long.add({ generation: g, best: g, mean: -g });
    const short = createLearningCurve(names, 100);
    short.restore(long.columns);
    for (let g = 500; g < 640; g++) short.add({ generation: g, best: g, mean: -g });
    const { generation, best } = short.columns;
    expect(generation.length).toBeLessThan(100);
    expect(generation).toEqual(generation.map((_, i) => 8 * i));
    expect(best).toEqual(generation);
  });
});
