/** The types of seedrandom do not cover its files for single algorithms. */
declare module 'seedrandom/lib/alea.js' {
  export interface AleaState {
    c: number;
    s0: number;
    s1: number;
    s2: number;
  }

  export interface Alea {
    /** 32 random bits as a fraction in [0, 1). */
    (): number;
    /** 53 random bits as a fraction in [0, 1). */
    double(): number;
    state(): AleaState;
  }

  export default function alea(seed: string, options: { state: true | AleaState }): Alea;
}
