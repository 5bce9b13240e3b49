import { genomeFault } from '../creature/genome.ts';
import { effectiveAt } from '../run/amend.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { initialState, optimizerOf } from '../run/run.ts';
import { setupOf } from '../run/setup.ts';
import type { Plain, PlainObject } from './plain-data.ts';
import { shapeError } from './plain-shape.ts';

/** Settings in words that compare. */
const inOrder = (settings: object) => JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A fitness for each, all different. */
const pretended = (genomes: readonly unknown[]) => genomes.map((_, k) => k);

/** The search as it begins and, where lists in that are empty, told once. */
function models(experiment: Experiment): { fresh: Plain; later: Plain | undefined } {
  const { optimizer } = optimizerOf(effectiveAt(experiment, 0));
  const fresh = initialState(experiment).optimizer as PlainObject;
  const isKnown = Object.values(fresh).every((value) => !Array.isArray(value) || value.length > 0);
  if (isKnown) return { fresh, later: undefined };
  const { genomes, state } = optimizer.ask(fresh);
  return { fresh, later: optimizer.tell(state, genomes, pretended(genomes)) as Plain };
}

/**
 * What is wrong with a search from a file that is to go on in a generation of an experiment, in one sentence; empty when
 * nothing is. It is held against the shape that search has when it begins, has to be of this seed, generation and settings,
 * and is tried: whatever it asks for must be genomes that can live.
 */
export function optimizerFault(state: Plain, experiment: Experiment, generation: number): string {
  const { fresh, later } = models(experiment);
  const shape = shapeError(state, fresh, later, 'optimizer');
  if (shape !== '') return shape;

  const { settings, ...told } = state as PlainObject & { settings: object };
  const { settings: due } = optimizerOf(effectiveAt(experiment, Math.max(0, generation - 1)));
  if (told.seed !== (fresh as PlainObject).seed) return 'optimizer.seed is not that of its experiment';
  if (told.generation !== generation) return `optimizer.generation is ${told.generation}, the run's is ${generation}`;
  if (inOrder(settings) !== inOrder(due)) return 'optimizer.settings are not those of its experiment';

  const now = effectiveAt(experiment, generation);
  const { optimizer, settings: next } = optimizerOf(now);
  const fault = optimizer.faultOf?.(state) ?? '';
  if (fault !== '') return `optimizer.${fault}`;
  try {
    const asked = optimizer.ask(optimizer.amend(state, next));
    const { brain } = setupOf(now);
    for (const genome of [...asked.genomes, optimizer.mean(state)]) {
      const odd = genomeFault(brain, genome);
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
