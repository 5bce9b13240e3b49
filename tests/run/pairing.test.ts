import { describe, expect, test } from 'vitest';
import { brains } from '../../src/creature/brains.ts';
import { optimizers } from '../../src/evo/optimizers.ts';
import { withSetting } from '../../src/run/amend.ts';
import { parseExperiment } from '../../src/run/experiment.ts';

const names = ({ brain, optimizer }: { brain: { name: string }; optimizer: { name: string } }) => [
  brain.name,
  optimizer.name,
];

describe('an experiment', () => {
  test.each([
    ['neat', 'mlp', 'optimizer "neat" needs brain "graph"'],
    ['neat', 'cpg', 'optimizer "neat" needs brain "graph"'],
    ['snes', 'graph', 'brain "graph" needs optimizer "neat"'],
    ['map-elites', 'graph', 'brain "graph" needs optimizer "neat"'],
  ])('of %s and %s is refused', (optimizer, brain, sentence) => {
    const input = { optimizer: { name: optimizer }, brain: { name: brain } };
    expect(() => parseExperiment(input)).toThrow(new Error(sentence));
    expect(() => parseExperiment(input, 'a.json')).toThrow(new Error(`a.json: ${sentence}`));
  });

  test('that leaves one out gets one that fits the other', () => {
    expect(names(parseExperiment({ optimizer: { name: 'neat' } }))).toEqual(['graph', 'neat']);
    expect(names(parseExperiment({ brain: { name: 'graph' } }))).toEqual(['graph', 'neat']);
    expect(names(parseExperiment({ brain: { name: 'linear' } }))).toEqual(['linear', 'snes']);
    expect(names(parseExperiment({ optimizer: { name: 'genetic' } }))).toEqual(['mlp', 'genetic']);
    expect(names(parseExperiment({}))).toEqual(['mlp', 'snes']);
  });

  test('reports the faults of each as usual', () => {
    expect(() => parseExperiment({ optimizer: { name: 'magic' } })).toThrow('optimizer.name is "magic", must be');
    expect(() => parseExperiment({ optimizer: 7 })).toThrow('optimizer is 7, must be an object');
    expect(() => parseExperiment({ brain: null })).toThrow('brain is null, must be an object');
    expect(() => parseExperiment({ brain: { name: 'toString' } })).toThrow('brain.name is "toString", must be');
    expect(() => parseExperiment({ optimizer: { name: 'neat', hidden: 3 } })).toThrow('is not a known setting');
  });
});

describe('a new name for one', () => {
  const plain = parseExperiment({ brain: { name: 'mlp', hidden: [4] }, optimizer: { name: 'snes', sigma: 0.3 } });

  test('changes the other if it does not fit', () => {
    const grown = withSetting(plain, 'optimizer.name', 'neat');
    expect(names(grown)).toEqual(['graph', 'neat']);
    expect(names(withSetting(plain, 'brain.name', 'graph'))).toEqual(['graph', 'neat']);
    expect(names(withSetting(grown, 'optimizer.name', 'cma-es'))).toEqual(['mlp', 'cma-es']);
    expect(names(withSetting(grown, 'brain.name', 'cpg'))).toEqual(['cpg', 'snes']);
  });

  test('keeps the other if it fits', () => {
    expect(withSetting(plain, 'optimizer.name', 'genetic').brain).toEqual(plain.brain);
    expect(withSetting(plain, 'brain.name', 'cpg').optimizer).toEqual(plain.optimizer);
    const grown = parseExperiment({ optimizer: { name: 'neat', mutation: 0.2 } });
    expect(withSetting(grown, 'brain.name', 'graph').optimizer).toEqual(grown.optimizer);
  });

  test('after any sequence of choices, both fit', () => {
    let experiment = plain;
    for (const brain of Object.keys(brains)) {
      for (const optimizer of Object.keys(optimizers)) {
        experiment = withSetting(withSetting(experiment, 'brain.name', brain), 'optimizer.name', optimizer);
        expect(experiment.optimizer.name).toBe(optimizer);
        expect(parseExperiment(experiment)).toEqual(experiment);
      }
    }
  });
});
