import { genomeFault } from '../creature/genome.ts';
import type { Optimizer } from '../evo/optimizer.ts';
import { effectiveAt } from '../run/amend.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { initialState, optimizerOf } from '../run/run.ts';
import { setupOf } from '../run/setup.ts';
import type { Plain, PlainObject } from './plain-data.ts';
import { shapeError } from './plain-shape.ts';

/** Settings as text with sorted keys, for comparison. */
const inOrder = (settings: object) => JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Distinct dummy fitnesses, one per genome. */
const pretended = (genomes: readonly unknown[]) => genomes.map((_, k) => k);

/** The search that a state from a file must be able to continue: an experiment before a given generation. */
export interface Search {
  optimizer: Optimizer;
  /** The optimizer's state before the first generation. */
  initial: Plain;
  generation: number;
  /** Settings in force in the previous generation. */
  settings: object;
  /** Settings in force from this generation on. */
  next: object;
  /** Says what is wrong with a genome; empty when it is valid. */
  genomeFault(genome: Float32Array): string;
}

/** The state after one `tell`, which shows the elements of lists that are empty at first; undefined when none is empty. */
function toldOnce({ optimizer, initial }: Search): Plain | undefined {
  const isKnown = Object.values(initial as PlainObject).every((value) => !Array.isArray(value) || value.length > 0);
  if (isKnown) return undefined;
  const { genomes, state } = optimizer.ask(initial);
  return optimizer.tell(state, genomes, pretended(genomes)) as Plain;
}

/**
 * Says in one sentence why a state cannot continue this search; empty when it can. The state must have the shape of the
 * initial state and the search's seed, generation and settings. One generation is then tried: all genomes that `ask` returns
 * must be valid.
 */
export function stateFault(state: Plain, search: Search): string {
  const { optimizer, initial, generation } = search;
  const shape = shapeError(state, initial, toldOnce(search), 'optimizer');
  if (shape !== '') return shape;

  const { settings, ...told } = state as PlainObject & { settings: object };
  if (told.seed !== (initial as PlainObject).seed) return 'optimizer.seed is not that of its experiment';
  if (told.generation !== generation) return `optimizer.generation is ${told.generation}, the run's is ${generation}`;
  if (inOrder(settings) !== inOrder(search.settings)) return 'optimizer.settings are not those of its experiment';

  const fault = optimizer.faultOf?.(state) ?? '';
  if (fault !== '') return `optimizer.${fault}`;
  try {
    const asked = optimizer.ask(optimizer.amend(state, search.next));
    if (!asked.genomes.some((genome) => genome.every(Number.isFinite)))
      return 'optimizer asks for no genome of finite numbers, so its search cannot go on';
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

/** Says why an optimizer's state from a file cannot continue an experiment at a generation; empty when it can. */
export function optimizerFault(state: Plain, experiment: Experiment, generation: number): string {
  const now = effectiveAt(experiment, generation);
  const { optimizer, settings: next } = optimizerOf(now);
  const { brain } = setupOf(now);
  return stateFault(state, {
    optimizer,
    initial: initialState(experiment).optimizer as Plain,
    generation,
    settings: optimizerOf(effectiveAt(experiment, Math.max(0, generation - 1))).settings,
    next,
    genomeFault: (genome) => genomeFault(brain, genome),
  });
}
