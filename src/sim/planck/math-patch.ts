import { atan2, cos, sin } from '../../math/portable.ts';

/**
 * Replaces Math's trigonometry by portable functions while planck's module is evaluated: planck copies these functions
 * when it loads, and those of the engines differ in the last bit. math-restore.ts restores them.
 */
export const engineMath = { sin: Math.sin, cos: Math.cos, atan2: Math.atan2 };

Math.sin = sin;
Math.cos = cos;
Math.atan2 = atan2;
