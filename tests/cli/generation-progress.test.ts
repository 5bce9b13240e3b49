import { expect, test } from 'vitest';
import { createGenerationProgress } from '../../src/cli/generation-progress.ts';

function withClock() {
  const clock = { ms: 5000 };
  const lines: string[] = [];
  const progress = createGenerationProgress(
    (line) => lines.push(line),
    () => clock.ms,
  );
  return { clock, lines, progress };
}

test('a generation prints its progress after 10 s, then every 10 s, and says how long the rest may take', () => {
  const { clock, lines, progress } = withClock();
  progress.start('generation 3');
  progress.update(0, 400);
  clock.ms += 9999;
  progress.update(100, 400);
  expect(lines).toEqual([]);
  clock.ms += 1;
  progress.update(120, 400);
  expect(lines).toEqual(['generation 3: 120 of 400 episodes, about 24 s left']);
  clock.ms += 9999;
  progress.update(200, 400);
  clock.ms += 1;
  progress.update(201, 400);
  clock.ms += 20_000;
  progress.update(400, 400);
  expect(lines.slice(1)).toEqual(['generation 3: 201 of 400 episodes, about 20 s left']);
});

test('a new generation waits 10 s again, and a second batch is measured by its own start', () => {
  const { clock, lines, progress } = withClock();
  progress.start('generation 0');
  progress.update(0, 4);
  clock.ms += 9000;
  progress.start('generation 1');
  progress.update(0, 4);
  clock.ms += 9000;
  progress.update(4, 4);
  progress.update(0, 2);
  clock.ms += 600_000;
  progress.update(1, 2);
  expect(lines).toEqual(['generation 1: 1 of 2 episodes, about 10 min left']);
});

test('a batch that starts late in a generation has no estimate yet', () => {
  const { clock, lines, progress } = withClock();
  progress.start('generation 1');
  clock.ms += 10_000;
  progress.update(0, 1);
  expect(lines).toEqual(['generation 1: 0 of 1 episode']);
});
