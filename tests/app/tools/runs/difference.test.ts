import { describe, expect, it } from 'vitest';
import { differencesOf, gistOf } from '../../../../src/app/tools/runs/difference.ts';
import { withSetting } from '../../../../src/run/amend.ts';
import { parseExperiment } from '../../../../src/run/experiment.ts';

describe('what a run has otherwise', () => {
  const usual = parseExperiment({});

  it('is told from its parent, in the words of the settings', () => {
    const child = withSetting(
      withSetting(withSetting(usual, 'task.difficulty', 0.7), 'brain.activation', 'relu'),
      'seed',
      4,
    );
    const [difficulty, ...others] = differencesOf(child, usual);
    expect(difficulty).toMatch(/^\S.* 0\.7$/);
    expect(others).toEqual(['Hidden neurons relu', 'Seed 4']);
    expect(differencesOf(usual, usual)).toEqual([]);
  });

  it('is another task, body or optimizer by name, with what is not as usual there', () => {
    const child = parseExperiment({ body: 'dog', task: { name: 'hills', sight: 0 }, optimizer: { name: 'cma-es' } });
    expect(differencesOf(child, usual)).toEqual(['Dog', 'Hills', 'Sight 0 rays', 'CMA-ES']);
  });

  it('is told from what is usual where there is no parent, for a growing net too', () => {
    expect(differencesOf(usual)).toEqual([]);
    expect(differencesOf(parseExperiment({ brain: { name: 'graph' }, run: { trials: 3 } }))).toEqual([
      'Lives for each genome 3',
    ]);
    expect(gistOf(usual)).toEqual(['Biped', 'Walk', 'SNES']);
  });
});
