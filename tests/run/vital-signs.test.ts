import { describe, expect, it } from 'vitest';
import { deviation } from '../../src/math/stats.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { vitalSigns } from '../../src/run/vital-signs.ts';
import { gaitNames } from '../../src/sim/gait/names.ts';
import { first, pretending, small, take } from './small.ts';

describe('vital signs', () => {
  it('cover all episodes of a generation, and its champion', async () => {
    const experiment = small({ run: { trials: 2 } });
    const [generation] = await take(1, experiment, inProcess, { record: true });
    const signs = vitalSigns(generation!, experiment);
    const { best, mean, deviation: spread, champion, trainingEvaluations: lived } = generation!;
    expect(lived).toHaveLength(12);
    expect(signs).toMatchObject({ generation: 0, best, mean, deviation: spread, fitness: champion?.fitness });
    expect(signs.lifetime).toBeCloseTo(lived.reduce((sum, { metrics }) => sum + metrics.duration, 0) / 12, 12);
    expect(signs.falls).toBe(lived.filter(({ ending }) => ending === 'terminated').length / 12);
    expect(signs.noise).toBeGreaterThan(0);
    // Each pays its price for each of the steps in which it moves its muscles: the champion's first is all zeros.
    expect(signs.effort).toBe(0);
    expect(signs.saturation).toBe(0);
    const gaits = champion!.tests.map(({ evaluation }) => evaluation.metrics.gait);
    expect(gaits.map(({ name }) => name)).toContain(gaitNames[signs.gait]);
    expect(signs.flight).toBeCloseTo(gaits.reduce((sum, { flight }) => sum + flight, 0) / gaits.length, 12);
  });

  it('measure diversity as the deviation of weights', async () => {
    const experiment = small({ optimizer: { name: 'snes', sigma: 0.3 } });
    const [generation] = await take(1, experiment, inProcess, { record: true });
    const signs = vitalSigns(generation!, experiment);
    const genomes = generation!.requests.map(({ genome }) => genome);
    const squares = Array.from(genomes[0]!, (_, i) => deviation(genomes.map((genome) => genome[i]!)) ** 2);
    expect(signs.diversity).toBeCloseTo(Math.sqrt(squares.reduce((a, b) => a + b) / squares.length), 9);
    expect(signs.diversity).toBeGreaterThan(0.2);
    expect(signs.diversity).toBeLessThan(0.4);
  });

  it('measure noise by episodes of the same genome', async () => {
    const experiment = small({ run: { trials: 4 } });
    // Half of the episodes of each genome have a fitness 1 higher than the other half.
    const { evaluator } = pretending((request) => first(request) + (request.seed % 2));
    const [generation] = await take(1, experiment, evaluator);
    const lives = generation!.trainingEvaluations.map(({ fitness }) => fitness);
    const own = Array.from({ length: 6 }, (_, i) => deviation(lives.slice(4 * i, 4 * i + 4)) ** 2 / 4);
    expect(vitalSigns(generation!, experiment).noise).toBeCloseTo(Math.sqrt(own.reduce((a, b) => a + b) / 6), 12);
  });

  it('count failures, which do not affect the others', async () => {
    const experiment = small();
    const { evaluator } = pretending((request) => (first(request) > 0 ? Number.NaN : 1));
    const [generation] = await take(1, experiment, evaluator);
    const signs = vitalSigns(generation!, experiment);
    expect(signs.failures).toBe(generation!.failures.length / 6);
    expect(signs.failures).toBeGreaterThan(0);
    expect(signs.saturation).toBeNaN();
  });
});
