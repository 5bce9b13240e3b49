import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { sparkline } from '../../src/cli/sparkline.ts';
import { createStatusLine } from '../../src/cli/status-line.ts';
import type { Generation } from '../../src/run/run.ts';

test('a sparkline goes from the lowest to the highest of its last values, with gaps', () => {
  expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8)).toBe('▁▂▃▄▅▆▇█');
  expect(sparkline([99, -2, Number.NaN, 0], 3)).toBe('▁ █');
  expect(sparkline([5, 5], 10)).toBe('▁▁');
  expect(sparkline([Number.NaN], 10)).toBe(' ');
  expect(sparkline([], 10)).toBe('');
  expect(sparkline([1, 2], 0)).toBe('');
});

/** What a terminal of so many columns shows after each generation. */
function shown(columns: number, ...calls: [fitness: number | undefined, seconds: number, left?: number][]): string[] {
  const written: string[] = [];
  const out = { columns, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  const line = createStatusLine(out);
  for (const [i, [fitness, seconds, left]] of calls.entries()) {
    const champion = fitness === undefined ? undefined : { fitness, distance: 2 * fitness };
    const generation = { generation: i, best: 9.876, mean: 1, champion, steps: 3000 * (i + 1) };
    line.show(generation as unknown as Generation, seconds, left);
  }
  line.end();
  expect(written.at(-1)).toBe('\n');
  return written.slice(0, -1).map((text) => {
    expect(text.startsWith('\r\u001b[2K')).toBe(true);
    return stripVTControlCharacters(text).slice(1);
  });
}

test('the status line has fitness, distance, speed, the time left and the champions so far', () => {
  expect(shown(200, [1, 2, 99.5], [undefined, 4, 100], [3, 0]).map((line) => line.trimEnd())).toEqual([
    'generation 0  best 9.88  mean 1.00  champion 2.00 m  1,500 steps/s  100 s left  ▁',
    'generation 1  best 9.88  mean 1.00  champion 0.00 m  1,500 steps/s  2 min left  ▁',
    'generation 2  best 9.88  mean 1.00  champion 6.00 m  9,000,000 steps/s  ▁ █',
  ]);
});

test('the status line never fills its row, so that it never wraps', () => {
  const calls = Array.from({ length: 100 }, (_, i): [number, number, number] => [i % 7, 10, 9]);
  const lengths = (columns: number) => shown(columns, ...calls).map((line) => line.length);
  expect(Math.max(...lengths(80))).toBe(79);
  expect(Math.max(...lengths(30))).toBe(29);
  // Wide enough for forty champions.
  const wide = shown(300, ...calls).at(-1) as string;
  expect(wide.slice(wide.lastIndexOf('  ') + 2)).toHaveLength(40);
});
