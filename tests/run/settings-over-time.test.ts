import { describe, expect, it } from 'vitest';
import { experimentFromHash } from '../../src/format/experiment-link.ts';
import { stream } from '../../src/math/rng.ts';
import { effectiveAt } from '../../src/run/amend.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { settingsOverTime } from '../../src/run/settings-over-time.ts';
import { sizeFault } from '../../src/run/size-fault.ts';

const PATHS = ['run.trials', 'optimizer.populationSize'];

describe('settings over time', () => {
  it('are those in effect in each generation, for amendments in any order', () => {
    const rng = stream(3, 'amendments');
    for (let round = 0; round < 20; round++) {
      const amendments = Array.from({ length: 6 }, () => ({
        generation: Math.floor(rng.next() * 5),
        changes: { [PATHS[Math.floor(rng.next() * 3)] ?? 'task.difficulty']: 1, 'run.championTrials': 3 },
      })).map(({ generation, changes }, i) => ({
        generation,
        changes: Object.fromEntries(
          Object.entries(changes).map(([path]) => [path, path.startsWith('task') ? 1 : 4 + i]),
        ),
      }));
      const experiment = parseExperiment({ amendments });
      const from = Math.floor(rng.next() * 3);
      const entries = settingsOverTime(experiment, PATHS, from);
      for (let generation = from; generation < 6; generation++) {
        const { run, optimizer } = effectiveAt(experiment, generation);
        const values = entries.findLast((entry) => entry.generation <= generation)?.values;
        expect([...(values ?? [])].map(([, value]) => value)).toEqual([run.trials, optimizer.populationSize]);
      }
      const starts = entries.map(({ generation }) => generation);
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    }
  });

  it('name the amendment, and are one entry where none changes them', () => {
    const amendments = [
      { generation: 2, changes: { 'task.difficulty': 1 } },
      { generation: 4, changes: { 'run.trials': 9 } },
    ];
    const entries = settingsOverTime(parseExperiment({ amendments }), ['run.trials']);
    expect(entries.map(({ generation, amendment }) => [generation, amendment])).toEqual([
      [0, undefined],
      [4, 1],
    ]);
  });
});

describe('counts of genomes', () => {
  const genetic =
    (optimizer: object, amendments: object[] = []) =>
    () =>
      parseExperiment({ optimizer: { name: 'genetic', populationSize: 8, ...optimizer }, amendments }, 'a.json');

  it('above the population are refused when an experiment is read', () => {
    expect(genetic({ eliteCount: 9 })).toThrow('a.json: optimizer.eliteCount is 9, must be 8 or less: the population');
    expect(genetic({ parentCount: 9 })).toThrow('optimizer.parentCount is 9');
    expect(() => parseExperiment({ optimizer: { name: 'ars', populationSize: 8, topCount: 5 } })).toThrow(
      'optimizer.topCount is 5, must be 4 or less: half the population',
    );
    const link = '#optimizer.name=genetic&optimizer.populationSize=8&optimizer.eliteCount=';
    expect(() => experimentFromHash(`${link}9`)).toThrow('optimizer.eliteCount is 9, must be 8 or less');
    expect(experimentFromHash(`${link}8`)?.optimizer.eliteCount).toBe(8);
    expect(genetic({ eliteCount: 8 })).not.toThrow();
    // Defaults are lowered silently.
    expect(genetic({ populationSize: 4 })).not.toThrow();
  });

  it('are refused after an amendment, which is named; two changes at once are judged together', () => {
    const amendment = (changes: object) => [{ generation: 3, changes }];
    expect(genetic({}, amendment({ 'optimizer.eliteCount': 9 }))).toThrow(
      'a.json: amendments[0].changes: optimizer.eliteCount is 9, must be 8 or less',
    );
    expect(genetic({ eliteCount: 7 }, amendment({ 'optimizer.populationSize': 6 }))).toThrow(
      'amendments[0].changes: optimizer.eliteCount is 7, must be 6 or less',
    );
    const both = genetic({ eliteCount: 7 }, amendment({ 'optimizer.populationSize': 6, 'optimizer.eliteCount': 2 }));
    expect(both).not.toThrow();
    expect(effectiveAt(both(), 3).optimizer).toMatchObject({ populationSize: 6, eliteCount: 2 });
    expect(sizeFault(both())).toBe('');
  });
});
