import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawCreature } from '../../src/view/creature-art.ts';
import { createCreatureView } from '../../src/view/creature-view.ts';
import { CM } from '../../src/view/outline.ts';
import { dusk, type Palette, paper } from '../../src/view/palette.ts';
import type { Clip } from '../../src/view/playback.ts';
import { lengthOf, poseAt } from '../../src/view/pose.ts';
import { createStage, type Stage } from '../../src/view/stage.ts';
import type { StageOptions } from '../../src/view/stage-options.ts';
import { gliding } from '../view/recordings.ts';

/** Milliseconds that a busy machine may take to draw something. */
const PATIENCE = 20_000;

const clip = (distance: number): Clip => ({
  generation: 4,
  words: 'It glides.',
  distance,
  fell: false,
  recording: gliding(distance, 1),
  ghosts: [gliding(distance / 2, 1)],
});

let stage: Stage | undefined;
let host: HTMLElement | undefined;
afterEach(() => {
  stage?.destroy();
  stage = undefined;
  host?.remove();
});

async function open(more: Partial<StageOptions> = {}): Promise<Stage> {
  host = document.createElement('div');
  Object.assign(host.style, { width: '480px', height: '320px' });
  document.body.append(host);
  stage = await createStage({
    host,
    palette: paper,
    renderer: 'canvas',
    calm: false,
    onClip: () => {},
    onFrame: () => {},
    ...more,
  });
  return stage;
}

/** How many pixels of the stage have a colour. */
function pixels(colour: number): number {
  const canvas = host?.querySelector('canvas') as HTMLCanvasElement;
  const copy = document.createElement('canvas');
  Object.assign(copy, { width: canvas.width, height: canvas.height });
  const context = copy.getContext('2d') as CanvasRenderingContext2D;
  context.drawImage(canvas, 0, 0);
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  let found = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i] === colour >> 16 && data[i + 1] === ((colour >> 8) & 255) && data[i + 2] === (colour & 255)) found++;
  }
  return found;
}

const isDrawn = (palette: Palette) => {
  expect(pixels(palette.creature)).toBeGreaterThan(200);
  expect(pixels(palette.earth)).toBeGreaterThan(200);
  expect(pixels(palette.sky)).toBeGreaterThan(200);
};

describe('the stage', () => {
  it('draws a creature on its ground under the sky, by canvas', async () => {
    const opened = await open();
    expect(opened.rendererName).toBe('canvas');
    opened.showIdle(clip(1).recording.plan);
    await vi.waitFor(() => isDrawn(paper), PATIENCE);
  });

  it('draws the same by WebGL', async () => {
    // What is drawn by WebGL can be read only in the frame it was drawn in.
    const seen: (() => void)[] = [];
    const opened = await open({ renderer: 'webgl', onFrame: () => seen.pop()?.() });
    expect(opened.rendererName).toBe('webgl');
    opened.showIdle(clip(1).recording.plan);
    opened.offer(clip(1));
    await new Promise<void>((resolve, reject) => {
      seen.push(() => {
        try {
          isDrawn(paper);
          resolve();
        } catch (error) {
          reject(error);
        }
      });
    });
  });

  it('shows an episode from its beginning to its end', async () => {
    const seen: { time: number; distance: number }[] = [];
    const begun: Clip[] = [];
    const opened = await open({ onClip: (each) => begun.push(each), onFrame: (each) => seen.push(each) });
    opened.showIdle(clip(3).recording.plan);
    const shown = clip(3);
    opened.offer(shown);
    await vi.waitFor(() => expect(seen.at(-1)?.distance).toBeCloseTo(3, 9), PATIENCE);
    expect(begun[0]).toBe(shown);
    expect(seen[0]?.time).toBeLessThan(0.1);
    expect(seen.every(({ time, distance }) => Math.abs(distance - 3 * time) < 1e-9)).toBe(true);
  });

  it('shows a crowd, and reports the rank of the creature that was clicked', async () => {
    const picked: number[] = [];
    const opened = await open({ onPick: (place) => picked.push(place) });
    const lives = [3, 0.5].map((distance, i) => ({ recording: gliding(distance, 1), share: 1 - i }));
    const leader = { ...clip(3), recording: lives[0]!.recording, ghosts: [] };
    opened.showIdle(leader.recording.plan);
    opened.offer({ ...leader, crowd: { members: lives, leader: 0 } });
    const canvas = host?.querySelector('canvas') as HTMLCanvasElement;
    const { left, top } = canvas.getBoundingClientRect();
    await vi.waitFor(() => {
      for (let x = 20; x < 480; x += 20) {
        canvas.dispatchEvent(new MouseEvent('click', { clientX: left + x, clientY: top + 180, bubbles: true }));
      }
      expect(picked).toContain(1);
    }, PATIENCE);
    expect(new Set(picked)).toEqual(new Set([1]));
  });

  it('changes its colours', async () => {
    const opened = await open();
    opened.showIdle(clip(1).recording.plan);
    opened.offer(clip(1));
    opened.setPalette(dusk);
    await vi.waitFor(() => isDrawn(dusk), PATIENCE);
    expect(pixels(paper.earth)).toBe(0);
  });
});

it('shows every part at its last recorded position', () => {
  const { recording } = clip(2);
  const view = createCreatureView(recording.plan, drawCreature(recording.plan, paper));
  view.pose(poseAt(recording, lengthOf(recording)), 0);
  const drawn = view.parts.flatMap(({ position, rotation }) => [position.x / CM, position.y / CM, rotation]);
  const last = recording.poses.slice(-drawn.length);
  drawn.forEach((value, i) => {
    expect(value).toBeCloseTo(last[i] ?? Number.NaN, 9);
  });
});
