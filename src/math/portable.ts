// Elementary functions from + - * / alone, which IEEE 754 fixes to the last bit. Engines differ in Math.sin and its kin
// by a unit in the last place, and contacts turn that into another gait: these are the same bits everywhere.
// Method and polynomials: fdlibm 5.3 (Sun Microsystems, 1993). Coefficients stand where they are used, so that an engine
// can inline a whole function. -0, NaN and infinities come out as they do from Math.
export { exp, log, tanh } from './exponential.ts';
export { pow } from './pow.ts';
export { atan, atan2, cos, polar, sin } from './trigonometry.ts';
