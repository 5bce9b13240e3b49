import { expect, it } from 'vitest';
import type { Subject } from '../../src/view/camera.ts';
import { createInteractiveCamera, type InteractiveCamera } from '../../src/view/interactive-camera.ts';

const frame = { width: 1000, height: 600 };
const walker = (x: number): Subject => ({ x, groundY: 0, speed: 0, width: 1.8, height: 3 });

function opened(): InteractiveCamera {
  const camera = createInteractiveCamera();
  camera.cut(walker(0), frame);
  return camera;
}

function follow(camera: InteractiveCamera, seconds: number, x = (_: number) => 0, calm = false): void {
  for (let t = 1 / 60; t <= seconds; t += 1 / 60) camera.follow(walker(x(t)), frame, 1 / 60, calm);
}

/** The point of the world under a pixel of the window. */
const under = (camera: InteractiveCamera, x: number, y: number) => [
  camera.x + (x - camera.anchorX) / camera.scale,
  camera.y + (camera.anchorY - y) / camera.scale,
];

it('keeps the dragged point under the pointer while the creature walks on', () => {
  const camera = opened();
  const held = under(camera, 400, 300);
  camera.drag(150, -40);
  follow(camera, 3, (t) => 2 * t);
  const [x, y] = under(camera, 550, 260);
  expect(x).toBeCloseTo(held[0]!, 9);
  expect(y).toBeCloseTo(held[1]!, 9);
  expect(camera.isMoved).toBe(true);
});

it('zooms about the point under the pointer', () => {
  const camera = opened();
  camera.drag(1, 0);
  follow(camera, 0.1);
  const { scale } = camera;
  const pointed = under(camera, 800, 200);
  camera.zoom(2, 800, 200);
  follow(camera, 2);
  expect(camera.scale / scale).toBeCloseTo(2, 4);
  const [x, y] = under(camera, 800, 200);
  expect(x).toBeCloseTo(pointed[0]!, 6);
  expect(y).toBeCloseTo(pointed[1]!, 6);
});

it('still follows when it is only zoomed, and notices when the zoom is undone', () => {
  const camera = opened();
  camera.zoom(1.3);
  follow(camera, 3, (t) => 2 * t);
  expect(camera.isMoved).toBe(true);
  expect(Math.abs(camera.x - 6)).toBeLessThan(1);
  camera.zoom(1 / 1.3);
  expect(camera.isMoved).toBe(false);
});

it('returns to the creature without a jump, or at once with reduced motion', () => {
  for (const calm of [false, true]) {
    const camera = opened();
    camera.drag(-500, 0);
    follow(camera, 1, undefined, calm);
    const away = camera.x;
    expect(away).toBeGreaterThan(3);
    camera.release();
    camera.follow(walker(0), frame, 1 / 60, calm);
    if (calm) expect(camera.x).toBeCloseTo(0, 9);
    else expect(camera.x).toBeGreaterThan(0.8 * away);
    follow(camera, 3, undefined, calm);
    expect(camera.x).toBeCloseTo(0, 3);
  }
});

it('limits distance, height and zoom', () => {
  const camera = opened();
  const { scale } = camera;
  for (let i = 0; i < 50; i++) {
    camera.drag(-5000, 5000);
    camera.zoom(3);
    follow(camera, 0.1);
  }
  expect(camera.x).toBeLessThan(61);
  expect(camera.scale / scale).toBeLessThanOrEqual(6.001);
  const ground = camera.anchorY + camera.y * camera.scale;
  expect(ground).toBeLessThanOrEqual(1.6 * frame.height + 1e-6);
});
