import { describe, expect, it } from 'vitest';
import { bodies } from '../../src/creature/bodies.ts';
import type { BodyPlan, Shape } from '../../src/creature/body-plan.ts';
import { thickness, thin } from '../../src/creature/thin.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { bodyFindings, bodyLint } from '../../src/run/findings/body.ts';

const { biped } = bodies as Record<string, BodyPlan> as { biped: BodyPlan };
const withFoot = (shape: Shape): BodyPlan => ({
  ...biped,
  parts: biped.parts.map((part) => (part.name === 'left shin' ? { ...part, shape } : part)),
});
const circle = (radius: number): Shape => ({ kind: 'circle', radius });

describe('thickness', () => {
  it.each<[Shape, number]>([
    [circle(0.1), 0.2],
    [{ kind: 'box', width: 3, height: 0.5 }, 0.5],
    [
      {
        kind: 'polygon',
        vertices: [
          [0, 0],
          [3, 0],
          [3, 0.5],
          [0, 0.5],
        ],
      },
      0.5,
    ],
    [
      {
        kind: 'polygon',
        vertices: [
          [0, 0],
          [2, 0],
          [0, 1],
        ],
      },
      2 / Math.sqrt(5),
    ],
  ])('of %j is %f m', (shape, width) => {
    expect(thickness(shape)).toBeCloseTo(width, 12);
  });
});

describe('thin parts', () => {
  it('are named when they fall by more than their thickness in a step', () => {
    expect(thin(withFoot(circle(0.0209)), 60)).toBeUndefined();
    expect(thin(withFoot(circle(0.0208)), 60)?.words).toContain('left shin');
    // Finer steps see thinner parts.
    expect(thin(withFoot(circle(0.0208)), 120)).toBeUndefined();
    expect(thin(withFoot(circle(0.0104)), 120)?.id).toBe('thin');
  });

  it('are reported for an experiment without continuous collision, with that as the remedy', () => {
    const body = withFoot(circle(0.012));
    const experiment = parseExperiment({ body });
    expect(bodyLint(experiment).map(({ id }) => id)).toContain('thin');
    const finding = bodyFindings({ experiment, signs: [], gain: undefined }).find(({ id }) => id === 'body-thin');
    expect(finding?.remedies[0]?.changes).toEqual({ 'task.continuous': true });
    const mended = parseExperiment({ body, task: { name: 'walk', continuous: true } });
    expect(bodyLint(mended).map(({ id }) => id)).not.toContain('thin');
  });

  it.each(Object.keys(bodies))('are not on the %s', (name) => {
    expect(thin((bodies as Record<string, BodyPlan>)[name] as BodyPlan, 60)).toBeUndefined();
  });
});
