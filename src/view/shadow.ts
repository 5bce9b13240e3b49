import { Graphics } from 'pixi.js';
import { CM } from './outline.ts';
import type { Palette } from './palette.ts';
import { FLATNESS, SHADES, shadowOf } from './shade.ts';

/** A soft shadow on the ground: paler and smaller the higher the creature is. */
export interface Shadow {
  readonly root: Graphics;
  update(x: number, groundY: number, slope: number, width: number, height: number): void;
}

export function createShadow({ shadow }: Palette): Shadow {
  const root = new Graphics();
  for (const [size, alpha] of SHADES) {
    root.ellipse(0, 0, 100 * size, 100 * FLATNESS * size).fill({ color: shadow, alpha });
  }
  return {
    root,
    update(x, groundY, slope, width, height) {
      const { reach, strength } = shadowOf(width, height);
      root.position.set(x * CM, groundY * CM);
      root.rotation = slope;
      root.scale.set(reach);
      root.alpha = strength;
    },
  };
}
