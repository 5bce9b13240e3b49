import { describe, expect, it } from 'vitest';
import { createCamera, type Frame, type Subject } from '../../src/view/camera.ts';
import { numberStep } from '../../src/view/number-step.ts';

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

  it('does not move ahead or lag for those who get sick of it', () => {
    const camera = createCamera();
    camera.cut(walker(0), frame);
    camera.follow(walker(7), frame, 1 / 60, true);
    expect(camera.x).toBe(7);
  });
});

it('leaves room between the numbers on the ruler', () => {
  for (const scale of [3, 8, 13, 40, 68, 91, 300]) expect(numberStep(scale) * scale).toBeGreaterThanOrEqual(60);
});
