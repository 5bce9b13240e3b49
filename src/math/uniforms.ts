/** State of the generator alea: its last three numbers of 32 bits, as fractions, and the carry c. */
export interface AleaState {
  c: number;
  s0: number;
  s1: number;
  s2: number;
}

/**
 * Fills a row with uniform numbers in [0, 1) of 53 bits, the same as `double` of seedrandom's `alea`, and advances the state.
 * Baagøe's recurrence: t = 2091639 s0 + c / 2^32; the whole part of t is the next c, its fraction the next number. Here c is the
 * whole part of 2091639 s0 alone, plus 1 in the rare case that adding the old c brings the fraction to 1. All of this is exact,
 * so the numbers are the same, but a step does not depend on the whole of the step before and runs faster.
 */
export function drawUniforms(state: AleaState, row: Float64Array): void {
  let { c, s0, s1, s2 } = state;
  for (let i = 0; i < row.length; i++) {
    const t = 2091639 * s0;
    const whole = Math.floor(t);
    let high = t - whole + c * 2.3283064365386963e-10; // 2^-32
    c = whole;
    if (high >= 1) {
      high -= 1;
      c += 1;
    }
    const u = 2091639 * s1;
    const uWhole = Math.floor(u);
    let low = u - uWhole + c * 2.3283064365386963e-10;
    c = uWhole;
    if (low >= 1) {
      low -= 1;
      c += 1;
    }
    s0 = s2;
    s1 = high;
    s2 = low;
    row[i] = high + Math.floor(low * 2097152) * 1.1102230246251565e-16; // 21 bits of the second, times 2^-53
  }
  state.c = c;
  state.s0 = s0;
  state.s1 = s1;
  state.s2 = s2;
}
