import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import type { Session } from '../../../src/app/session/session.ts';
import type { StageController } from '../../../src/app/stage/stage-controller.ts';
import type { StageSelector } from '../../../src/app/stage/stage-selector.ts';
import { gliding } from '../../view/recordings.ts';

const reduced = vi.hoisted(() => ({ listeners: [] as (() => void)[], matches: false }));
vi.stubGlobal('matchMedia', () => ({
  get matches() {
    return reduced.matches;
  },
  addEventListener: (_: string, listener: () => void) => reduced.listeners.push(listener),
}));
vi.stubGlobal('document', { documentElement: { dataset: {} } });
const { celebrateRecords } = await import('../../../src/app/stage/celebrate-records.ts');

/** A stage on which clips glide at 1 m/s, and the run behind it. */
function opened(restored?: number) {
  const runOf = (best: number | undefined) => ({ best: signal(best) });
  const current = signal(runOf(restored));
  const experiment = signal({ task: { name: 'walk' } });
  const session = {
    current,
    experiment,
    get best() {
      return current.value.best;
    },
  };
  const celebrate = vi.fn();
  const frameTime = signal(0);
  const onStage = signal<unknown>(undefined);
  const mode = signal('live');
  const stageController = { frameTime, onStage, stage: signal({ celebrate }), setFlag: vi.fn() };
  celebrateRecords(
    session as unknown as Session,
    stageController as unknown as StageController,
    { mode } as unknown as StageSelector,
  );
  return {
    celebrate,
    mode,
    /** A champion goes this far, and is shown until a second of it. */
    walk(distance: number, seconds = distance) {
      const { best } = current.value;
      best.value = Math.max(best.value ?? 0, distance);
      frameTime.value = 0;
      onStage.value = { distance, recording: gliding(distance, distance) };
      for (let time = 0.1; time <= seconds + 0.05; time += 0.1) frameTime.value = time;
      return celebrate.mock.calls.length;
    },
    restart() {
      current.value = runOf(undefined);
    },
  };
}

test('a record is celebrated once, when its creature arrives', () => {
  const stage = opened();
  expect(stage.walk(0.9)).toBe(0);
  expect(stage.walk(2, 1.5)).toBe(0);
  expect(stage.walk(2)).toBe(1);
  expect(stage.walk(2)).toBe(1);
  expect(stage.walk(1.5)).toBe(1);
  // Small steps forward are not celebrated each time.
  expect(stage.walk(2.1)).toBe(1);
  expect(stage.walk(2.3)).toBe(2);
  stage.restart();
  expect(stage.walk(1.2)).toBe(3);
});

test('neither a film nor a record of before is celebrated', () => {
  const stage = opened(6);
  expect(stage.walk(6)).toBe(0);
  stage.mode.value = 'film';
  expect(stage.walk(8)).toBe(0);
  stage.mode.value = 'watch';
  expect(stage.walk(8)).toBe(1);
});

test('with reduced motion nothing flies', () => {
  reduced.matches = true;
  for (const listener of reduced.listeners) listener();
  expect(opened().walk(3)).toBe(0);
});
