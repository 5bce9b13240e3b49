import { genomeFault } from '../creature/genome.ts';
import type { Optimizer } from '../evo/optimizer.ts';
import { effectiveAt } from '../run/amend.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { initialState, optimizerOf } from '../run/run.ts';
import { setupOf } from '../run/setup.ts';
import type { Plain, PlainObject } from './plain-data.ts';
import { shapeError } from './plain-shape.ts';

/** Settings as text with sorted keys, for comparison. */
const sortedJson = (settings: object) => JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Distinct dummy fitnesses, one per genome. */
const dummyFitnesses = (genomes: readonly unknown[]) => genomes.map((_, k) => k);

/** The search that a state from a file must be able to continue: an experiment's, before a given generation. */
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

/** The state after one `tell`, as an example of the elements of lists that are empty at first; undefined without such lists. */
function stateAfterTell({ optimizer, initial }: Search): Plain | undefined {
  const isKnown = Object.values(initial as PlainObject).every((value) => !Array.isArray(value) || value.length > 0);
  if (isKnown) return undefined;
  const { genomes, state } = optimizer.ask(initial);
  return optimizer.tell(state, genomes, dummyFitnesses(genomes)) as Plain;
}

/**
 * Says in one sentence why a state cannot continue this search; empty when it can. The state must have the shape of the
 * initial state and the search's seed, generation and settings. Then one generation is tried: all genomes from `ask` must be
 * valid.
 */
export function stateFault(state: Plain, search: Search): string {
  const { optimizer, initial, generation } = search;
  const shape = shapeError(state, initial, stateAfterTell(search), 'optimizer');
  if (shape !== '') return shape;

  const { settings, ...rest } = state as PlainObject & { settings: object };
  if (rest.seed !== (initial as PlainObject).seed) return "optimizer.seed is not the experiment's seed";
  if (rest.generation !== generation) return `optimizer.generation is ${rest.generation}, the run's is ${generation}`;
  if (sortedJson(settings) !== sortedJson(search.settings)) return "optimizer.settings are not the experiment's";

  const fault = optimizer.faultOf?.(state) ?? '';
  if (fault !== '') return `optimizer.${fault}`;
  try {
    const { genomes, state: sampled } = optimizer.ask(optimizer.amend(state, search.next));
    if (!genomes.some((genome) => genome.every(Number.isFinite)))
      return 'optimizer samples no genome of finite numbers, so the search cannot continue';
    for (const genome of [...genomes, optimizer.mean(state)]) {
      const invalid = search.genomeFault(genome);
      if (invalid !== '') return `optimizer samples an invalid genome: ${invalid}`;
    }
    const after = optimizer.tell(sampled, genomes, dummyFitnesses(genomes));
    optimizer.stop(after);
    optimizer.stats(after);
    return '';
  } catch (error) {
    return `optimizer cannot continue: ${(error as Error).message}`;
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
