import type { BrainKind } from './brain.ts';
import { cpg } from './brains/cpg.ts';
import { graph } from './brains/graph.ts';
import { linear } from './brains/linear.ts';
import { mlp } from './brains/mlp.ts';
import { recurrent } from './brains/recurrent.ts';
import { twin } from './brains/twin.ts';

/** Catalogue of brains by name. */
export const brains = { linear, mlp, recurrent, cpg, graph, twin } as const satisfies Record<string, BrainKind>;
