import { Container, Graphics, GraphicsContext } from 'pixi.js';
import { CM } from './outline.ts';
import type { Palette } from './palette.ts';

/** Flakes of paper that fly up where a record is broken, and fall. */
export interface Confetti {
  readonly root: Container;
  /** @param x metres @param y metres @param height of the creature, metres */
  burst(x: number, y: number, height: number): void;
  advance(dt: number): void;
}

const COUNT = 48;
/** Seconds that a flake is seen. */
const DURATION = 2.2;
/** Downward acceleration and drag of a flake, in creature heights a second² and 1/s. */
const FALL = 2.4;
const DRAG = 1.4;

export function createConfetti({ creature, hot, calm, light }: Palette): Confetti {
  const root = new Container();
  const contexts = [creature, hot, calm, light].map((colour) =>
    new GraphicsContext().rect(-4, -2.5, 8, 5).fill(colour),
  );
  const flakes = Array.from({ length: COUNT }, (_, i) => {
    const view = new Graphics(contexts[i % contexts.length]);
    view.visible = false;
    root.addChild(view);
    return { view, age: DURATION, vx: 0, vy: 0, spin: 0, size: 1 };
  });
  return {
    root,
    burst(x, y, height) {
      const size = height * CM;
      for (const flake of flakes) {
        Object.assign(flake, { age: 0, size, spin: 4 + 8 * Math.random() });
        flake.vx = (Math.random() - 0.5) * 2.2 * size;
        flake.vy = (0.8 + 1.6 * Math.random()) * size;
        flake.view.position.set(x * CM, y * CM);
        flake.view.visible = true;
      }
    },
    advance(dt) {
      for (const flake of flakes) {
        const { view, size } = flake;
        if (!view.visible) continue;
        flake.age += dt;
        view.visible = flake.age < DURATION;
        const slowed = Math.exp(-DRAG * dt);
        flake.vx *= slowed;
        flake.vy = flake.vy * slowed - FALL * size * dt;
        view.position.x += flake.vx * dt;
        view.position.y += flake.vy * dt;
        view.rotation = flake.spin * flake.age;
        // A flake that turns is seen from its edge twice in each turn.
        view.scale.set(size / 150, (size / 150) * Math.cos(1.7 * flake.spin * flake.age));
        view.alpha = Math.min(1, 2 * (1 - flake.age / DURATION));
      }
    },
  };
}
