/** @module-tag slow */

import { describe, expect, it } from 'vitest';
import { experimentFor } from '../../src/app/tools/doctor/remedy.ts';
import { bodies } from '../../src/creature/bodies.ts';
import { resolvedAt, withSetting } from '../../src/run/amend.ts';
import { diagnose } from '../../src/run/diagnosis.ts';
import { inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import type { Finding } from '../../src/run/finding.ts';
import { presets } from '../../src/run/presets.ts';
import { run } from '../../src/run/run.ts';
import { type VitalSigns, vitalSigns } from '../../src/run/vital-signs.ts';

/** The given experiment with fewer and shorter episodes: one or two seconds for 60 generations. */
function brief(input: Record<string, unknown>, seed = 1): Experiment {
  const { optimizer, task } = input as Record<string, object>;
  return parseExperiment({
    ...input,
    seed,
    optimizer: { name: 'snes', populationSize: 12, ...optimizer },
    task: { name: 'walk', duration: 5, ...task },
  });
}

/** What is seen after each generation of a run. */
async function* seen(experiment: Experiment): AsyncGenerator<Finding[], void, void> {
  const signs: VitalSigns[] = [];
  for await (const generation of run(experiment, inProcess, { record: true })) {
    signs.push(vitalSigns(generation, experiment));
    yield diagnose(resolvedAt(experiment, generation.generation + 1), signs);
  }
}

/** The finding of that name, once it is seen in that many generations. */
async function found(id: string, experiment: Experiment, within = 40): Promise<Finding | undefined> {
  let generation = 0;
  for await (const findings of seen(experiment)) {
    const match = findings.find((each) => each.id === id);
    if (match || ++generation === within) return match;
  }
  return undefined;
}

const weakBiped = {
  ...bodies.biped,
  joints: bodies.biped.joints.map((joint) => ({ ...joint, torque: joint.torque / 10 })),
};

describe('a diagnosis', () => {
  it.each(
    ['biped-walks', 'hopper-hops', 'rhythm-from-within'].flatMap((name) => [1, 2].map((seed) => [name, seed] as const)),
  )(
    'finds nothing serious in %s with seed %i',
    async (name, seed) => {
      const alarms: string[] = [];
      const kinds = new Set<string>();
      let generation = 0;
      for await (const findings of seen(brief(presets[name]?.experiment ?? {}, seed))) {
        for (const { id, severity, words } of findings) {
          kinds.add(id);
          if (severity === 'serious') alarms.push(`${generation}: ${words}`);
        }
        expect(findings.length).toBeGreaterThan(0);
        if (++generation === 60) break;
      }
      expect(alarms).toEqual([]);
      expect(kinds).toContain('too-early');
      expect(kinds).toContain('learning');
    },
    120_000,
  );

  it.each([
    ['step-too-big', { optimizer: { sigma: 5 } }, 'serious'],
    ['step-too-small', { optimizer: { sigma: 1e-4 } }, 'serious'],
    ['clones', { optimizer: { name: 'genetic', mutation: 1e-6 } }, 'serious'],
    ['unnormalised', { run: { normalise: false } }, 'hint'],
    ['effort-too-dear', { task: { energyCost: 1 } }, 'serious'],
    ['lives-too-short', { task: { duration: 1 } }, 'serious'],
    ['body-weak', { body: weakBiped }, 'serious'],
    ['noise', { task: { name: 'hills', difficulty: 1 }, run: { trials: 1 } }, 'hint'],
    ['too-hasty', { task: { stagnation: 0.2 } }, 'serious'],
  ])('finds %s, and its first remedy can be applied', async (id, input, severity) => {
    const experiment = brief(input);
    const finding = await found(id, experiment);
    expect(finding).toMatchObject({ id, severity });
    const remedy = finding?.remedies[0];
    if (remedy?.kind === 'restart') expect(experimentFor(experiment, remedy)).not.toEqual(experiment);
    else
      for (const [path, value] of Object.entries(remedy?.changes ?? { '': '' }))
        expect(withSetting(experiment, path, value)).not.toEqual(experiment);
  });
});

/** Made-up vital signs of a good run, except for the given values. */
const imagined = (count: number, some: (generation: number) => Partial<VitalSigns>): VitalSigns[] =>
  Array.from({ length: count }, (_, generation) => ({
    ...{ generation, best: 2, mean: 1, deviation: 1, fitness: 1.5, distance: 2, stepSize: 0.1, diversity: 0.1 },
    ...{ falls: 0.4, failures: 0, lifetime: 3, saturation: 0, noise: 0.1, effort: 0.1 },
    ...{ gait: 0, passing: 1, alternation: 1, duty: 0.6, flight: 0, froude: 0.1, costOfTransport: 0.5 },
    ...some(generation),
  }));

const ids = (signs: VitalSigns[], input = {}) => diagnose(brief(input), signs).map(({ id }) => id);

describe('from vital signs', () => {
  it('a run with a gain is learning, and the finding says how much', () => {
    const signs = imagined(40, (g) => ({ fitness: g / 10 }));
    expect(diagnose(brief({}), signs)).toMatchObject([
      { id: 'learning', words: 'It is learning: 2.0 m better than 20 generations ago.' },
    ]);
    expect(ids(signs.slice(0, 10))).toEqual(['too-early']);
    expect(ids([])).toEqual(['too-early']);
  });

  it('a run without a gain is searching, after fifty generations on a plateau, which is serious before it walks', () => {
    expect(ids(imagined(40, () => ({})))).toEqual(['searching']);
    const [low] = diagnose(
      brief({}),
      imagined(80, () => ({})),
    );
    expect(low).toMatchObject({ id: 'plateau', severity: 'serious' });
    const [high] = diagnose(
      brief({}),
      imagined(80, () => ({ fitness: 20 })),
    );
    expect(high).toMatchObject({ id: 'plateau', severity: 'hint' });
    expect(high?.remedies[0]?.changes).toEqual({ 'optimizer.populationSize': 24 });
  });

  it('a change within noise is not a gain', () => {
    expect(ids(imagined(40, (g) => ({ fitness: g % 2 === 0 ? 0 : g / 40 + 3 })))).not.toContain('learning');
  });

  it('if all fall at once, the remedy is the default of a setting that is harder than its default', () => {
    const fallen = imagined(20, () => ({ falls: 1, lifetime: 0.6, distance: 0, fitness: 0 }));
    const [finding] = diagnose(brief({ task: { startPush: 2 } }), fallen);
    expect(finding).toMatchObject({ id: 'falls', remedies: [{ kind: 'amend', changes: { 'task.startPush': 0.1 } }] });
    const [other] = diagnose(brief({}), fallen);
    expect(other?.remedies).toMatchObject([{ kind: 'restart', changes: { seed: 2 } }]);
  });

  it('saturated outputs are a hint while it learns, and serious when it does not', () => {
    const stiff = (fitness: (g: number) => number) =>
      diagnose(
        brief({}),
        imagined(40, (g) => ({ saturation: 0.95, fitness: fitness(g) })),
      )[0];
    expect(stiff((g) => g)).toMatchObject({ id: 'saturated', severity: 'hint' });
    expect(stiff(() => 1)).toMatchObject({ id: 'saturated', severity: 'serious' });
  });

  it('going the wrong way and standing still are distinguished, except in the jump task', () => {
    const at = (distance: number, task = 'walk') =>
      ids(
        imagined(45, () => ({ distance, fitness: 0 })),
        { task: { name: task } },
      );
    expect(at(-1.7)).toEqual(['wrong-way']);
    expect(at(0.1)).toEqual(['stands-still']);
    expect(at(0.1, 'jump')).toEqual(['searching']);
  });

  it('simulations that break are counted', () => {
    const [rare] = diagnose(
      brief({}),
      imagined(20, () => ({ failures: 0.02 })),
    );
    expect(rare).toMatchObject({ id: 'simulation-breaks', severity: 'hint', words: expect.stringContaining('2 %') });
    const [often] = diagnose(
      brief({}),
      imagined(20, () => ({ failures: 0.5 })),
    );
    expect(often?.severity).toBe('serious');
  });

  it('genomes of different lengths have no diversity, which is no finding', () => {
    const signs = imagined(20, () => ({ diversity: Number.NaN, stepSize: 0.5 }));
    expect(ids(signs, { optimizer: { name: 'neat' } })).toEqual(['searching']);
  });

  it('every remedy of every finding can be applied', () => {
    const bad = imagined(60, () => ({
      failures: 0.5,
      saturation: 1,
      stepSize: 1e-6,
      effort: 9,
      distance: -2,
      fitness: -2,
    }));
    for (const optimizer of ['snes', 'xnes', 'cma-es', 'openai-es', 'pgpe', 'ars', 'genetic', 'neat', 'map-elites']) {
      const experiment = parseExperiment({ optimizer: { name: optimizer }, task: { name: 'walk', energyCost: 1 } });
      const remedies = diagnose(experiment, bad).flatMap((finding) => finding.remedies);
      expect(remedies.length).toBeGreaterThan(1);
      for (const remedy of remedies) expect(() => experimentFor(experiment, remedy)).not.toThrow();
    }
  });
});
