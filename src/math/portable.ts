// Elementary functions that give the same bits in every engine: they use only + - * /, which IEEE 754 defines exactly.
// Math.sin and others differ between engines in the last place, and contacts amplify such a difference to another gait.
// Methods and polynomials are those of fdlibm 5.3 (Sun Microsystems, 1993). Coefficients are written where they are used, so
// that an engine can inline a whole function. Results for -0, NaN and infinities are those of Math.
export { exp, log, tanh } from './exponential.ts';
export { pow } from './pow.ts';
export { atan, atan2, cos, polar, sin, sinCos } from './trigonometry.ts';
