import { describe, expect, it } from 'vitest';
import { createCamera, type Frame, type Subject } from '../../src/view/camera.ts';
import { rulerLabelStep } from '../../src/view/ruler-label-step.ts';

const walker = (x: number): Subject => ({ x, groundY: 0, speed: 2, width: 1.8, height: 3 });

describe.each<[string, Frame]>([
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
])('the camera on %s', (_, frame) => {
  it('keeps a walker in sight, large enough to see and with room ahead', () => {
    const camera = createCamera();
    camera.cut(walker(0), frame);
    for (let t = 0; t < 5; t += 1 / 60) camera.follow(walker(2 * t), frame, 1 / 60, false);
    const seen = camera.anchorX + (10 - camera.x) * camera.scale;
    expect(seen).toBeGreaterThan(0.2 * frame.width);
    expect(seen).toBeLessThan(0.55 * frame.width);
    expect(3 * camera.scale).toBeGreaterThan(0.2 * frame.height);
    expect(3 * camera.scale).toBeLessThan(0.35 * frame.height);
  });

  it('keeps all of a fast one in sight', () => {
    const camera = createCamera();
    camera.cut(walker(0), frame);
    for (let t = 0; t < 5; t += 1 / 60) camera.follow({ ...walker(4 * t), speed: 4 }, frame, 1 / 60, false);
    camera.follow({ ...walker(20), speed: 4 }, frame, 2, false);
    expect(camera.anchorX + (20 - 0.75 * 1.8 - camera.x) * camera.scale).toBeGreaterThan(-0.5);
  });

  it('neither looks ahead nor lags with reduced motion', () => {
    const camera = createCamera();
    camera.cut(walker(0), frame);
    camera.follow(walker(7), frame, 1 / 60, true);
    expect(camera.x).toBe(7);
  });
});

it('shows all of a tall one in a small picture, standing on ground', () => {
  const frame = { width: 136, height: 85 };
  const camera = createCamera();
  camera.cut(walker(0), frame);
  expect(camera.anchorY - 1.7 * 3 * camera.scale).toBeGreaterThan(0);
  expect(camera.anchorY).toBeLessThan(0.75 * frame.height);
});

it('looks ahead in both directions, and does not sway with a gait that stops and starts', () => {
  const frame = { width: 1440, height: 900 };
  const ahead = (way: (t: number) => number) => {
    const camera = createCamera();
    camera.cut(walker(0), frame);
    const seen: number[] = [];
    for (let t = 0; t < 8; t += 1 / 60) {
      camera.follow({ ...walker(way(t)), speed: (way(t) - way(t - 0.3)) / 0.3 }, frame, 1 / 60, false);
      if (t > 5) seen.push(camera.x - way(t));
    }
    return { least: Math.min(...seen), most: Math.max(...seen) };
  };
  expect(ahead((t) => 1.5 * t).least).toBeGreaterThan(0.15);
  expect(ahead((t) => -1.5 * t).most).toBeLessThan(-0.15);
  const hop = (t: number) => 1.5 * t + 0.35 * Math.sin(2 * Math.PI * 1.5 * t);
  const { least, most } = ahead(hop);
  // The hop itself swings by 0.7 m; the camera must not add to that.
  expect(most - least).toBeLessThan(0.75);
});

it('leaves room between the labels of the ruler', () => {
  for (const scale of [3, 8, 13, 40, 68, 91, 300]) expect(rulerLabelStep(scale) * scale).toBeGreaterThanOrEqual(60);
});
