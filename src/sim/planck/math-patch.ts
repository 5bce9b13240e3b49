import { atan2, cos, sin } from '../../math/portable.ts';

/**
 * Puts portable trigonometry in Math's place for as long as planck is being evaluated: planck takes these functions
 * into variables of its own when it loads, and engines' own versions differ in the last bit. math-restore.ts undoes it.
 */
export const engineMath = { sin: Math.sin, cos: Math.cos, atan2: Math.atan2 };

Math.sin = sin;
Math.cos = cos;
Math.atan2 = atan2;
