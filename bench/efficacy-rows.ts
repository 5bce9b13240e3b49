import { quantile } from '../src/math/stats.ts';

export const CSV_HEADER = 'label,optimizer,brain,seed,generation,evaluations,steps,seconds,terrains,return,falls,done';

/** One line of the CSV: a test of a champion on held-out terrains. */
export interface TestRow {
  label: string;
  optimizer: string;
  brain: string;
  seed: number;
  generation: number;
  evaluations: number;
  steps: number;
  /** Training time; NaN when the machine had other work. */
  seconds: number;
  /** Held-out terrains of the test. */
  terrains: number;
  /** Mean return by the published rules; NaN when there was no champion. */
  return: number;
  falls: number;
  done: boolean;
}

export function rowsOf(csv: string): TestRow[] {
  const lines = csv.split('\n').slice(1).filter(Boolean);
  return lines.map((line) => {
    const [label = '', optimizer = '', brain = '', ...numbers] = line.split(',');
    const [seed, generation, evaluations, steps, seconds, terrains, score, falls, done] = numbers.map((text) =>
      text === '' ? Number.NaN : Number(text),
    ) as [number, number, number, number, number, number, number, number, number];
    return {
      label,
      optimizer,
      brain,
      seed,
      generation,
      evaluations,
      steps,
      seconds,
      terrains,
      return: score,
      falls,
      done: done === 1,
    };
  });
}

/** All tests of one optimizer with one brain, by seed. */
export interface Series {
  name: string;
  seeds: TestRow[][];
}

export function seriesOf(rows: readonly TestRow[]): Series[] {
  const groups = new Map<string, Map<number, TestRow[]>>();
  for (const row of rows) {
    const name = [row.label, row.optimizer, row.brain].filter(Boolean).join(' · ');
    const seeds = groups.get(name) ?? new Map<number, TestRow[]>();
    groups.set(name, seeds.set(row.seed, [...(seeds.get(row.seed) ?? []), row]));
  }
  return [...groups].map(([name, seeds]) => ({ name, seeds: [...seeds.values()] }));
}

/** For each seed, the first test that reached a return; undefined when none did. */
export function reached({ seeds }: Series, score: number): (TestRow | undefined)[] {
  return seeds.map((rows) => rows.find((row) => row.return >= score));
}

/** Median over all seeds; a seed that never got there, or was not timed, counts as infinite. */
export function medianOf(rows: readonly (TestRow | undefined)[], key: 'evaluations' | 'steps' | 'seconds'): number {
  const sorted = rows.map((row) => row?.[key] || Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const middle = sorted[(sorted.length - 1) >> 1]!;
  const finite = sorted.filter(Number.isFinite);
  return sorted.length === finite.length ? quantile(finite, 0.5) : middle;
}

/** Median steps and return over the seeds' first tests, second tests and so on; a finished seed keeps its last return. */
export function medianCurve({ seeds }: Series): [number, number][] {
  const tests = Math.max(...seeds.map((rows) => rows.length));
  return Array.from({ length: tests }, (_, k) => {
    const steps = seeds.flatMap((rows) => rows[k]?.steps ?? []);
    const returns = seeds.flatMap((rows) => (rows[k] ?? rows.at(-1))?.return ?? []);
    return [quantile(steps, 0.5), quantile(returns.filter(Number.isFinite), 0.5)];
  });
}
