import { describe, expect, it } from 'vitest';
import { differencesOf, summariseExperiment } from '../../../../src/app/tools/runs/differences.ts';
import { withSetting } from '../../../../src/run/amend.ts';
import { parseExperiment } from '../../../../src/run/experiment.ts';

describe('the differences of a run', () => {
  const usual = parseExperiment({});

  it('from its parent are named by the titles of the settings', () => {
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

  it('name another task, body or optimizer, and its settings that are not the defaults', () => {
    const child = parseExperiment({ body: 'dog', task: { name: 'hills', sight: 0 }, optimizer: { name: 'cma-es' } });
    expect(differencesOf(child, usual)).toEqual(['Dog', 'Hills', 'Sight 0 rays', 'CMA-ES']);
  });

  it('are from the defaults without a parent, for a growing net too', () => {
    expect(differencesOf(usual)).toEqual([]);
    expect(differencesOf(parseExperiment({ brain: { name: 'graph' }, run: { trials: 3 } }))).toEqual([
      'Attempts per brain 3',
    ]);
    expect(summariseExperiment(usual)).toEqual(['Biped', 'Walk', 'SNES']);
  });
});
