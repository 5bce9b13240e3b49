/**
 * Version of everything beside the experiment that determines the bits of a simulation. A replay names its engine;
 * another engine may give other bits. `simulation` is incremented by each change that moves a golden hash.
 */
export const engine = { simulation: 1, planck: '1.5.0' } as const;
