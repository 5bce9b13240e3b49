import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

/** A check in a minute that everything works; it starts with an empty CSV of its own. */
const QUICK = { optimizers: 'snes,ars', brains: 'linear', seeds: '1,2', steps: '20000', every: '10000', terrains: '2' };

export const QUICK_CSV = 'bench/results/quick.csv';

export interface EfficacyOptions {
  task: string;
  optimizers: string[];
  brains: string[];
  seeds: number[];
  /** Control steps of each run, and between two tests. */
  steps: number;
  every: number;
  /** Held-out terrains of a test. */
  terrains: number;
  /** Mean return at which a run stops. */
  until: number;
  /** Settings as `path=value`. */
  set: string[];
  label: string;
  /** Leaves out the seconds, for a machine that has other work. */
  untimed: boolean;
  workers: number;
  quick: boolean;
  /** The CSV that is extended; the chart is written beside it. */
  out: string;
  /** Whether the page of the docs is written too. */
  docs: boolean;
}

/** The options of the efficacy bench from its command line. */
export function efficacyOptions(args: readonly string[]): EfficacyOptions {
  const { values: given } = parseArgs({
    args: [...args],
    options: {
      task: { type: 'string', default: 'bipedal-walker' },
      optimizers: { type: 'string', default: 'snes' },
      brains: { type: 'string', default: 'mlp' },
      seeds: { type: 'string', default: '1,2,3,4,5' },
      steps: { type: 'string', default: '3000000' },
      every: { type: 'string', default: '100000' },
      terrains: { type: 'string', default: '20' },
      until: { type: 'string', default: 'Infinity' },
      set: { type: 'string', multiple: true, default: [] },
      label: { type: 'string', default: '' },
      untimed: { type: 'boolean', default: false },
      workers: { type: 'string', default: String(availableParallelism()) },
      quick: { type: 'boolean', default: false },
      out: { type: 'string' },
      docs: { type: 'boolean', default: false },
    },
  });
  const values = given.quick ? { ...given, ...QUICK } : given;
  const [steps, every, terrains, until, workers] = [
    values.steps,
    values.every,
    values.terrains,
    values.until,
    values.workers,
  ].map(Number) as [number, number, number, number, number];
  return {
    ...values,
    ...{ steps, every, terrains, until, workers },
    optimizers: values.optimizers.split(','),
    brains: values.brains.split(','),
    seeds: values.seeds.split(',').map(Number),
    out: values.out ?? (given.quick ? QUICK_CSV : 'bench/results/efficacy.csv'),
  };
}
