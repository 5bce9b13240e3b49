import { describe, expect, it } from 'vitest';
import { stagePalette } from '../../src/export/colours.ts';
import { filmCaption } from '../../src/export/film-caption.ts';
import { shotTimes } from '../../src/export/frame-times.ts';
import { chooseScenes, FILM_SHAPES, filmDefaults, shotOf } from '../../src/export/learning-film.ts';
import { parseSize } from '../../src/export/size.ts';

/** Champions with these distances; a record where the distance is the greatest so far. */
const champions = (...distances: number[]) =>
  distances.map((distance, generation) => {
    const isRecord = distances.slice(0, generation).every((each) => each < distance);
    return { generation, distance, fitness: distance, isRecord };
  });
const generationsOf = (...given: Parameters<typeof champions>) =>
  chooseScenes(champions(...given), 2, true).map(({ champion, role }) => [champion.generation, role]);

describe('the scenes of a film of learning', () => {
  it('are the first attempt, the first two that come far enough, and the best', () => {
    expect(generationsOf(0, 0.2, 0.3, 2.5, 1, 5, 6.5, 7, 10, 9)).toEqual([
      [0, 'first'],
      [3, 'middle'],
      [6, 'middle'],
      [8, 'best'],
    ]);
  });

  it('are fewer when nothing is between, and none without a champion', () => {
    expect(generationsOf(0, 0.1, 9, 8)).toEqual([
      [0, 'first'],
      [2, 'best'],
    ]);
    expect(generationsOf(3, 2, 1)).toEqual([[0, 'best']]);
    expect(generationsOf()).toEqual([]);
  });

  it('follow fitness where distance is not the aim, and keep the order of the run', () => {
    const jumps = [0, 0.5, 1].map((fitness, i) => ({ generation: i, distance: 5 - i, fitness, isRecord: true }));
    expect(chooseScenes(jumps, 1, false).map(({ champion }) => champion.generation)).toEqual([0, 1, 2]);
    const late = [...champions(0, 1, 10), { generation: 3, distance: 12, fitness: 2, isRecord: false }];
    expect(chooseScenes(late, 2, true).at(-1)?.champion.generation).toBe(2);
  });

  it.each([false, true])('last at most 21 s as a video, 6 s as a GIF (%s)', (isGif) => {
    const { pace, fps } = filmDefaults(isGif);
    const roles = ['first', ...new Array(pace.middleCount).fill('middle' as const), 'best'] as const;
    const shots = roles.map((role) => shotOf(role, 20, false, pace));
    const frames = shots.reduce((sum, shot) => sum + shotTimes(shot, { fps, speed: 1 }).length, 0);
    expect(frames / fps).toBeLessThanOrEqual(isGif ? 6 : 21);
    // The end is shown: there it falls, or has come farthest.
    for (const { to } of shots) expect(to).toBe(20);
    expect(shotOf('best', 20, true, pace).to).toBeLessThan(20);
    expect(shotOf('first', 0.5, true, pace)).toMatchObject({ from: 0, to: 0.5 });
  });

  it('have a caption within the picture in every shape', () => {
    for (const isGif of [false, true])
      for (const shape of FILM_SHAPES) {
        const frame = parseSize(filmDefaults(isGif).sizes[shape]);
        const text = { generation: 12345, role: 'middle', withDistance: true } as const;
        const marks = filmCaption(text, frame, stagePalette(true))(-0.2);
        const words = marks.flatMap((mark) => (mark.kind === 'words' ? [mark] : []));
        expect(words.map(({ text }) => text)).toEqual(['Generation 12345', 'getting better: 0.0 m', 'Gaitlab']);
        for (const { x, y, text, size } of words) {
          expect(x + 0.6 * size * text.length).toBeLessThan(frame.width);
          expect(y).toBeLessThan(frame.height);
        }
      }
  });
});
