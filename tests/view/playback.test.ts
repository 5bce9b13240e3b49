import { describe, expect, it } from 'vitest';
import { type Clip, clipDuration, createPlayback } from '../../src/view/playback.ts';
import { gliding } from './recordings.ts';

const clip = (generation: number, distance: number, seconds = 10): Clip => ({
  generation,
  words: '',
  distance,
  fell: false,
  recording: gliding(distance, seconds),
  ghosts: [],
});

/** Seconds of the viewer's time until another generation is shown. */
function until(playback: ReturnType<typeof createPlayback>, generation: number, speed = 1): number {
  for (let time = 0; time < 30; time += 0.05) {
    if (playback.clip?.generation === generation) return time;
    playback.advance(0.05, speed);
  }
  return Number.POSITIVE_INFINITY;
}

describe('playback', () => {
  it('shows the first clip at once', () => {
    const playback = createPlayback();
    expect(playback.advance(1, 1)).toBe(false);
    playback.offer(clip(0, 1));
    expect(playback.advance(0.01, 1)).toBe(true);
    expect(playback.clip?.generation).toBe(0);
    expect(playback.time).toBe(0);
  });

  it('lets a clip end, and continues with the newest', () => {
    const playback = createPlayback();
    playback.offer(clip(0, 5, 4));
    playback.advance(0.01, 1);
    playback.offer(clip(1, 5.5));
    playback.offer(clip(2, 5.2));
    expect(until(playback, 2)).toBeCloseTo(4.8, 0);
  });

  it('does not replace a waiting clip by a much shorter one', () => {
    const playback = createPlayback();
    playback.offer(clip(0, 2, 1));
    playback.advance(0.01, 1);
    for (const [generation, distance] of [
      [1, 12],
      [2, 13],
      [3, 1],
    ] as const)
      playback.offer(clip(generation, distance));
    expect(until(playback, 2)).toBeLessThan(3);
  });

  it('interrupts a clip that is far outclassed', () => {
    const playback = createPlayback();
    playback.offer(clip(0, 1));
    playback.advance(0.01, 1);
    playback.offer(clip(1, 9));
    expect(until(playback, 1)).toBeCloseTo(1.5, 1);
  });

  it('does not interrupt a good walk for a slightly better one', () => {
    const playback = createPlayback();
    playback.offer(clip(0, 14));
    for (let k = 0; k < 40; k++) playback.advance(0.1, 1);
    playback.offer(clip(1, 22));
    expect(until(playback, 1)).toBeGreaterThan(6);
    playback.offer(clip(2, 67));
    expect(until(playback, 2)).toBeLessThan(2);
  });

  it('plays at the given speed', () => {
    const playback = createPlayback();
    playback.offer(clip(0, 5, 8));
    playback.advance(0.01, 4);
    playback.offer(clip(1, 5));
    expect(until(playback, 1, 4)).toBeCloseTo(2.2, 1);
  });

  it('repeats a clip if there is no other', () => {
    const playback = createPlayback();
    playback.offer(clip(3, 5, 1));
    let beginnings = 0;
    for (let k = 0; k < 100; k++) beginnings += playback.advance(0.1, 1) ? 1 : 0;
    expect(beginnings).toBeGreaterThan(3);
    expect(playback.clip?.generation).toBe(3);
  });
});

describe('a cut', () => {
  it('takes effect at once, at the same time of the clip', () => {
    const playback = createPlayback();
    playback.offer(clip(0, 1));
    playback.advance(0, 1);
    playback.advance(2, 1);
    playback.cut(clip(5, 1));
    expect(playback.advance(0.01, 1)).toBe(true);
    expect(playback.clip?.generation).toBe(5);
    expect(playback.time).toBe(2);
    expect(playback.advance(0.01, 1)).toBe(false);
  });

  it('starts a shorter clip from its beginning, and is not interrupted', () => {
    const playback = createPlayback();
    playback.offer(clip(0, 1));
    playback.advance(0, 1);
    playback.advance(5, 1);
    playback.offer(clip(1, 100));
    playback.cut(clip(7, 1, 3));
    playback.advance(0.01, 1);
    expect(playback.time).toBe(0);
    expect(until(playback, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a race', () => {
  it('is shown from its start until the last racer ends', () => {
    const playback = createPlayback();
    playback.offer(clip(0, 1));
    playback.advance(0, 1);
    playback.advance(2, 1);
    const other = { recording: gliding(4, 9), colour: 0, words: 'B' };
    const race = { ...clip(5, 1, 3), race: { front: { colour: 0, words: 'A' }, others: [other] } };
    playback.cut(race);
    playback.advance(0.01, 1);
    expect(playback.time).toBe(0);
    playback.advance(5, 1);
    expect([playback.time, playback.isOver]).toEqual([5, false]);
    playback.advance(3.9, 1);
    playback.advance(0.2, 1);
    expect([playback.time, playback.isOver]).toEqual([9, true]);
    expect(clipDuration(race)).toBe(9);
  });
});

describe('a paused playback', () => {
  const held = () => {
    const playback = createPlayback();
    playback.offer(clip(0, 1));
    playback.advance(0, 1);
    playback.advance(2, 1);
    playback.setPaused(true);
    return playback;
  };

  it('ignores offers, and continues where it was', () => {
    const playback = held();
    playback.offer(clip(1, 100));
    expect(until(playback, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(playback.time).toBe(2);
    playback.setPaused(false);
    expect(until(playback, 1)).toBeLessThan(1);
  });

  it('steps frame by frame, from the first to the last', () => {
    const playback = held();
    playback.step(1);
    expect(playback.time).toBeCloseTo(2 + 1 / 60, 9);
    playback.step(-2);
    expect(playback.time).toBeCloseTo(2 - 1 / 60, 9);
    playback.step(-1000);
    expect(playback.time).toBe(0);
    playback.step(10_000);
    expect(playback.time).toBeCloseTo(10, 9);
    expect(playback.isOver).toBe(true);
    playback.step(-1);
    expect(playback.isOver).toBe(false);
  });

  it('can cut to another clip', () => {
    const playback = held();
    playback.cut(clip(5, 1));
    expect(playback.advance(0.01, 1)).toBe(true);
    expect(playback.clip?.generation).toBe(5);
    expect(playback.time).toBe(2);
  });
});
