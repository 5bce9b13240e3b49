import { Graphics } from 'pixi.js';
import { CM } from './outline.ts';
import type { Palette } from './palette.ts';

/** A soft shadow on the ground: paler and smaller the higher its owner is. */
export interface Shadow {
  readonly root: Graphics;
  look(x: number, groundY: number, slope: number, width: number, height: number): void;
}

export function createShadow({ shadow }: Palette): Shadow {
  const root = new Graphics();
  for (const [size, alpha] of [
    [1, 0.12],
    [0.8, 0.14],
    [0.55, 0.16],
  ] as const) {
    root.ellipse(0, 0, 100 * size, 11 * size).fill({ color: shadow, alpha });
  }
  return {
    root,
    look(x, groundY, slope, width, height) {
      const near = Math.max(0, 1 - height / Math.max(0.5, 1.5 * width));
      root.position.set(x * CM, groundY * CM);
      root.rotation = slope;
      root.scale.set(0.55 * width * (0.6 + 0.4 * near));
      root.alpha = near;
    },
  };
}
