import type { Verified } from '../../../workers/verify.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Resimulated } from '../../run/resimulate.ts';
import type { PinnedGhost } from '../../view/other-creatures.ts';
import { words } from './words.ts';

let count = 0;

/** The scenes of a file as ghosts beside a creature. Throws an Error when one of them has another body. */
export function ghostsFrom(fileName: string, { scenes }: Verified, beside: Resimulated | undefined): PinnedGhost[] {
  const planOf = (scene: Resimulated | undefined) => JSON.stringify(scene?.recording.plan);
  if (scenes.some((scene) => planOf(scene) !== planOf(beside))) throw new Error(words.notSameBody(fileName));
  const name = visibleText(fileName.replace(/\.\w+$/, ''));
  return scenes.map(({ recording, generation }) => ({
    // Negative generations are unique, and never that of the main creature.
    generation: -++count,
    words: scenes.length > 1 ? `${name}, ${generation}` : name,
    recording,
  }));
}
