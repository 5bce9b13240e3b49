import { describe, expect, it } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import type { BodyPlan } from '../../src/creature/body-plan.ts';
import { apply } from '../../src/drawing/edit.ts';
import { limbEdit } from '../../src/drawing/new-part.ts';
import { bodyPlanOf } from '../../src/drawing/plan.ts';
import type { ChampionEntry } from '../../src/run/champion-history.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import type { Experiment } from '../../src/run/experiment-schema.ts';
import { setupOf } from '../../src/run/setup.ts';
import { startFault, startOf } from '../../src/run/start.ts';
import { transplant } from '../../src/run/transplant.ts';
import { sensorsIn } from '../../src/sim/task.ts';

const withBody = (body: BodyPlan, brain: string): Experiment =>
  parseExperiment({ body, task: { name: 'walk' }, brain: { name: brain } });

/** A champion with weights 1, 2, 3, ... and statistics of each sensor. */
function entryOf(experiment: Experiment): ChampionEntry {
  const { brain, plan, task, settings } = setupOf(experiment);
  const count = sensorsIn(task, plan, settings).length;
  return {
    ...{ generation: 0, seeds: [1], fitness: 1, distance: 1, isRecord: false },
    genome: Float32Array.from({ length: brain.parameterCount }, (_, i) => i + 1),
    statistics: { count: 100, mean: new Float64Array(count).fill(3), squares: new Float64Array(count).fill(50) },
  };
}

const biped: BodyPlan = bodies.biped;
/** The biped with a tail. */
const tailed = bodyPlanOf(apply(biped, limbEdit(biped, [-0.8, 2.6], [-1.4, 2.6], 0.1))).plan!;

describe('a brain transplanted to a changed body', () => {
  it.each(['mlp', 'linear', 'recurrent', 'cpg', 'twin'])('is the same brain in the same body: %s', (name) => {
    const experiment = withBody(biped, name);
    const entry = entryOf(experiment);
    const result = transplant(experiment, entry, experiment);
    expect(typeof result === 'object' && result.words).toBe('');
    if (typeof result === 'string') return;
    const { genome, statistics } = startOf({ ...experiment, start: result.start })!;
    expect(genome).toEqual(entry.genome);
    expect(statistics).toEqual(entry.statistics);
  });

  it.each(['mlp', 'linear', 'recurrent', 'cpg', 'twin'])(
    'fits a body with a joint more, and says what is new: %s',
    (name) => {
      const [from, to] = [withBody(biped, name), withBody(tailed, name)];
      const result = transplant(from, entryOf(from), to);
      expect(result).toMatchObject({ words: 'New to it: 2 sensors and 1 joint.' });
      if (typeof result === 'string') return;
      expect(startFault({ ...to, start: result.start })).toBe('');
      const { genome, statistics } = startOf({ ...to, start: result.start })!;
      expect(statistics?.mean.filter((mean) => mean === 0)).toHaveLength(2);
      expect(genome.filter((weight) => weight !== 0).length).toBeGreaterThan(0);
      const back = transplant(to, { ...entryOf(to), genome, statistics }, from);
      expect(back).toMatchObject({ words: 'Lost: 2 sensors and 1 joint.' });
    },
  );

  it('is refused where nothing fits', () => {
    const neat = parseExperiment({ body: 'biped', task: { name: 'walk' }, optimizer: { name: 'neat' } });
    const { initialGenome } = setupOf(neat).brain;
    expect(transplant(neat, { ...entryOf(neat), genome: initialGenome! }, neat)).toMatch(/grows/);
    expect(transplant(withBody(biped, 'mlp'), entryOf(withBody(biped, 'mlp')), withBody(biped, 'linear'))).toMatch(
      /kind/,
    );
  });
});
