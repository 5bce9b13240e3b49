import { genomeFault } from '../creature/genome.ts';
import type { Optimizer } from '../evo/optimizer.ts';
import { inForce } from '../run/amend.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { habitatOf } from '../run/habitat.ts';
import { beginning, optimizerOf } from '../run/run.ts';
import type { Plain, PlainObject } from './plain-data.ts';
import { shapeFault } from './plain-shape.ts';

/** Settings in words that compare. */
const inOrder = (settings: object) => JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A fitness for each, all different. */
const pretended = (genomes: readonly unknown[]) => genomes.map((_, k) => k);

/** What a state has to go on as: the search of one experiment, in one generation. */
export interface Search {
  optimizer: Optimizer;
  /** Its state before the first generation. */
  fresh: Plain;
  generation: number;
  /** Settings that were in force before this generation, and from it on. */
  settings: object;
  next: object;
  /** What is wrong with a genome; empty when it can be tried. */
  genomeFault(genome: Float32Array): string;
}

/** The search told once, where lists are empty as it begins: so that it is known what is in them. */
function toldOnce({ optimizer, fresh }: Search): Plain | undefined {
  const isKnown = Object.values(fresh as PlainObject).every((value) => !Array.isArray(value) || value.length > 0);
  if (isKnown) return undefined;
  const { genomes, state } = optimizer.ask(fresh);
  return optimizer.tell(state, genomes, pretended(genomes)) as Plain;
}

/**
 * What is wrong with a state that is to go on as this search, in one sentence; empty when nothing is. It is held against the
 * shape that the search has when it begins, has to be of this seed, generation and settings, and is tried.
 */
export function stateFault(state: Plain, search: Search): string {
  const { optimizer, fresh, generation } = search;
  const shape = shapeFault(state, fresh, toldOnce(search), 'optimizer');
  if (shape !== '') return shape;

  const { settings, ...told } = state as PlainObject & { settings: object };
  if (told.seed !== (fresh as PlainObject).seed) return 'optimizer.seed is not that of its experiment';
  if (told.generation !== generation) return `optimizer.generation is ${told.generation}, the run's is ${generation}`;
  if (inOrder(settings) !== inOrder(search.settings)) return 'optimizer.settings are not those of its experiment';

  const fault = optimizer.faultOf?.(state) ?? '';
  if (fault !== '') return `optimizer.${fault}`;
  try {
    const asked = optimizer.ask(optimizer.amend(state, search.next));
    for (const genome of [...asked.genomes, optimizer.mean(state)]) {
      const odd = search.genomeFault(genome);
      if (odd !== '') return `optimizer asks for a genome that cannot live: ${odd}`;
    }
    const after = optimizer.tell(asked.state, asked.genomes, pretended(asked.genomes));
    optimizer.stop(after);
    optimizer.stats(after);
    return '';
  } catch (error) {
    return `optimizer cannot go on: ${(error as Error).message}`;
  }
}

/** What is wrong with a state from a file that is to go on in a generation of an experiment; empty when nothing is. */
export function optimizerFault(state: Plain, experiment: Experiment, generation: number): string {
  const now = inForce(experiment, generation);
  const { optimizer, settings: next } = optimizerOf(now);
  const { brain } = habitatOf(now);
  return stateFault(state, {
    optimizer,
    fresh: beginning(experiment).optimizer as Plain,
    generation,
    settings: optimizerOf(inForce(experiment, Math.max(0, generation - 1))).settings,
    next,
    genomeFault: (genome) => genomeFault(brain, genome),
  });
}
