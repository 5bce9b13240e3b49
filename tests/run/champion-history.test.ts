import { describe, expect, it } from 'vitest';
import { type Champion, championOf } from '../../src/run/champion.ts';
import { createChampionHistory, episodeBatch } from '../../src/run/champion-history.ts';
import { evaluateBatch, inProcess } from '../../src/run/evaluator.ts';
import { parseExperiment } from '../../src/run/experiment.ts';
import { run } from '../../src/run/run.ts';

const champion = (generation: number, size = 2): Champion => ({
  generation,
  genome: new Float32Array(size).fill(generation),
  statistics: null,
  tests: [],
  fitness: generation,
  distance: generation,
  falls: 0,
  recording: undefined,
});

describe('the champion history', () => {
  it('keeps every champion and finds it', () => {
    const championHistory = createChampionHistory();
    expect(championHistory.at(3)).toBeUndefined();
    for (let g = 0; g < 500; g++) if (g !== 7) championHistory.add(champion(g), g % 100 === 0);
    expect(championHistory.entries).toHaveLength(499);
    for (const g of [0, 1, 250, 499]) expect(championHistory.at(g)?.generation).toBe(g);
    expect(championHistory.at(7)?.generation).toBe(6);
    expect(championHistory.at(1e9)?.generation).toBe(499);
    expect(championHistory.at(-1)?.generation).toBe(0);
  });

  it('limits its entries, and keeps the records, the first and the newest', () => {
    const championHistory = createChampionHistory({ entries: 100, numbers: 1e9 });
    for (let g = 0; g < 5000; g++) {
      championHistory.add(champion(g), g % 397 === 1);
      expect(championHistory.entries.length).toBeLessThanOrEqual(100);
      expect(championHistory.at(g)?.generation).toBe(g);
    }
    const kept = championHistory.entries.map(({ generation }) => generation);
    expect(kept[0]).toBe(0);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
    expect(kept.length).toBeGreaterThan(40);
    expect(kept).toEqual(expect.arrayContaining([...championHistory.records]));
    expect(championHistory.records).toHaveLength(13);
  });

  it('limits its numbers, even if each generation is a record', () => {
    const championHistory = createChampionHistory({ entries: 1e9, numbers: 1000 });
    for (let g = 0; g < 2000; g++) {
      championHistory.add(champion(g, 10), true);
      const numbers = championHistory.entries.reduce((sum, { genome }) => sum + genome.length, 0);
      expect(numbers).toBeLessThanOrEqual(1000);
    }
    expect(championHistory.entries[0]?.generation).toBe(0);
    expect(championHistory.entries.at(-1)?.generation).toBe(1999);
  });

  it('can simulate a champion’s first test again, with the settings of its generation', { tags: 'slow' }, async () => {
    const amendments = [{ generation: 1, changes: { 'task.gravity': 4 } }];
    const experiment = parseExperiment({ task: { name: 'walk', duration: 2 }, amendments });
    const championHistory = createChampionHistory();
    const hashes: string[] = [];
    for await (const { generation, champion, isRecord } of run(experiment, inProcess)) {
      if (champion) championHistory.add(champion, isRecord);
      hashes.push(champion?.tests[0]?.evaluation.hash ?? '');
      if (generation === 2) break;
    }
    for (const [generation, hash] of hashes.entries()) {
      const batch = episodeBatch(experiment, championHistory.at(generation)!);
      const again = championOf(generation, batch.requests, evaluateBatch(batch));
      expect(again?.tests[0]?.evaluation.hash).toBe(hash);
      expect(again?.recording?.frameCount).toBeGreaterThan(10);
    }
  });
});
