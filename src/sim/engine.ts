/**
 * What decides the bits of a simulation, beside the experiment. A replay says by which engine it was made; another one may
 * come to other bits. `simulation` goes up whenever a change of ours moves a golden hash.
 */
export const engine = { simulation: 1, planck: '1.5.0' } as const;
