import { cos, sin } from '../math/portable.ts';
import type { Part } from './body-plan.ts';
import { corners } from './corners.ts';

/** A box around parts, metres. */
export interface Bounds {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** The smallest box around placed parts. */
export function boundsOf(parts: readonly Part[]): Bounds {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const { shape, position, angle } of parts) {
    if (shape.kind === 'circle') {
      xs.push(position[0] - shape.radius, position[0] + shape.radius);
      ys.push(position[1] - shape.radius, position[1] + shape.radius);
      continue;
    }
    const [c, s] = [cos(angle), sin(angle)];
    for (const [x, y] of corners(shape)) {
      xs.push(position[0] + x * c - y * s);
      ys.push(position[1] + x * s + y * c);
    }
  }
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}
