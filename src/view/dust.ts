import { Container, Graphics, GraphicsContext } from 'pixi.js';
import { CM } from './outline.ts';
import type { Palette } from './palette.ts';

/** Puffs of dust where feet touch down. */
export interface Dust {
  readonly root: Container;
  puff(x: number, y: number, strength: number): void;
  advance(dt: number): void;
  clear(): void;
}

const COUNT = 28;
/** Seconds that a puff lasts. */
const DURATION = 0.7;

export function createDust({ dust }: Palette): Dust {
  const root = new Container();
  const context = new GraphicsContext().circle(0, 0, 10).fill(dust);
  const puffs = Array.from({ length: COUNT }, () => {
    const view = new Graphics(context);
    view.visible = false;
    root.addChild(view);
    return { view, age: DURATION, vx: 0, vy: 0, size: 1 };
  });
  let next = 0;
  return {
    root,
    puff(x, y, strength) {
      for (let k = 0; k < 3; k++) {
        const each = puffs[next++ % COUNT]!;
        each.age = 0;
        each.size = strength * (0.5 + 0.5 * Math.random());
        each.vx = (Math.random() - 0.65) * 90 * strength;
        each.vy = (0.2 + Math.random()) * 50 * strength;
        each.view.position.set(x * CM, y * CM);
        each.view.visible = true;
      }
    },
    advance(dt) {
      for (const each of puffs) {
        if (!each.view.visible) continue;
        each.age += dt;
        const share = each.age / DURATION;
        each.view.visible = share < 1;
        each.view.alpha = 0.7 * (1 - share);
        each.view.scale.set(each.size * (0.5 + 1.1 * Math.sqrt(share)));
        each.view.position.x += each.vx * dt * (1 - share);
        each.view.position.y += each.vy * dt * (1 - share);
      }
    },
    clear() {
      for (const { view } of puffs) view.visible = false;
    },
  };
}
