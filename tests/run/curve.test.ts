import { describe, expect, it } from 'vitest';
import { createCurve } from '../../src/run/curve.ts';

describe('a curve', () => {
  it('stays small over a long run and still spans all of it', () => {
    const curve = createCurve(100);
    for (let g = 0; g < 12_345; g++) curve.add(g, g / 2, -g);
    expect(curve.generation.length).toBeLessThan(100);
    expect(curve.generation.length).toBeGreaterThan(45);
    expect(curve.generation[0]).toBe(0);
    expect(curve.generation.at(-1)).toBeGreaterThan(12_000);
    const steps = new Set(curve.generation.slice(1).map((g, i) => g - (curve.generation[i] ?? 0)));
    expect(steps.size).toBe(1);
    curve.generation.forEach((g, i) => {
      expect([curve.best[i], curve.mean[i]]).toEqual([g / 2, -g]);
    });
  });

  it('goes on from its columns, or from those of another kind, as if it had never stopped', () => {
    const [whole, half] = [createCurve(10), createCurve(10)];
    for (let g = 0; g < 40; g++) whole.add(g, g, -g);
    for (let g = 0; g < 23; g++) half.add(g, g, -g);
    const later = createCurve(10);
    later.restore({ generation: half.generation, best: half.best, mean: half.mean, pace: half.best });
    for (let g = 23; g < 40; g++) later.add(g, g, -g);
    const columnsOf = ({ generation, best, mean }: typeof whole) => ({ generation, best, mean });
    expect(columnsOf(later)).toEqual(columnsOf(whole));
    later.restore({ generation: [0, 1] });
    expect(columnsOf(later)).toEqual({
      generation: [0, 1],
      best: [Number.NaN, Number.NaN],
      mean: [Number.NaN, Number.NaN],
    });
  });
});
