import type { Verified } from '../../../workers/verify.ts';
import type { Resimulated } from '../../run/resimulate.ts';
import type { Act } from '../../view/playback.ts';
import { colourOf, FRONT } from '../../view/race-colours.ts';
import { metres } from './metres.ts';
import { words } from './words.ts';

const titleOf = ({ body, task, generation, distance }: Resimulated): string =>
  words.title(body, task, generation, metres(distance));

const nameOf = ({ name, generation }: Resimulated): string => name || words.generation(generation);

/** What all of it is called, while that scene of it is on. */
export function headingOf({ kind, title, scenes }: Verified, scene: Resimulated): string {
  if (title !== '') return title;
  return kind === 'race' ? words.race(scenes.map(nameOf)) : titleOf(scene);
}

const actOf = (relived: Resimulated): Act => ({
  generation: relived.generation,
  words: titleOf(relived),
  // None goes so much further than another that it would break it off.
  distance: 0,
  fell: relived.evaluation.ending === 'terminated',
  recording: relived.recording,
  ghosts: [],
});

/** What is on the stage, one after the other: a replay, each scene of a film, or all who race at once. */
export function actsOf({ kind, scenes }: Verified): Act[] {
  if (kind !== 'race') return scenes.map(actOf);
  const [front, ...others] = scenes;
  const race = {
    front: { colour: FRONT, words: nameOf(front) },
    others: others.map((each, i) => ({ recording: each.recording, colour: colourOf(i), words: nameOf(each) })),
  };
  return [{ ...actOf(front), race }];
}

/** Gives those who see what they see by, as far as they have not; false when there is nothing to give. */
export async function giveSight({ scenes }: Verified, acts: readonly Act[]): Promise<boolean> {
  const blind = acts.flatMap((act, i) => (act.rays ? [] : [{ act, reaches: scenes[i]?.rayEnds ?? [] }]));
  const seeing = blind.filter(({ reaches }) => reaches.length > 0);
  if (seeing.length === 0) return false;
  const { castRays } = await import('../stage/cast-rays.ts');
  for (const { act, reaches } of seeing) act.rays = castRays(act.recording.terrain, reaches);
  return true;
}
