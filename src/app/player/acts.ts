import type { Verified } from '../../../workers/verify.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Resimulated } from '../../run/resimulate.ts';
import type { Act } from '../../view/playback.ts';
import { FRONT_COLOUR, raceColour } from '../../view/race-colours.ts';
import { metres } from './metres.ts';
import { words } from './words.ts';

const titleOf = ({ body, task, generation, distance }: Resimulated): string =>
  words.title(body, task, generation, metres(distance));

const nameOf = ({ name, generation }: Resimulated): string => visibleText(name) || words.generation(generation);

/** Heading of the player while `scene` is shown. */
export function headingOf({ kind, title, scenes }: Verified, scene: Resimulated): string {
  if (title !== '') return title;
  return kind === 'race' ? words.race(scenes.map(nameOf)) : titleOf(scene);
}

const actOf = (scene: Resimulated): Act => ({
  generation: scene.generation,
  words: titleOf(scene),
  // Equal distances: no queued act interrupts another.
  distance: 0,
  fell: scene.evaluation.ending === 'terminated',
  recording: scene.recording,
  ghosts: [],
});

/** The acts to show in turn: one for a replay or a race, one per scene of a film. */
export function actsOf({ kind, scenes }: Verified): Act[] {
  if (kind !== 'race') return scenes.map(actOf);
  const [front, ...others] = scenes;
  const race = {
    front: { colour: FRONT_COLOUR, words: nameOf(front) },
    others: others.map((each, i) => ({ recording: each.recording, colour: raceColour(i), words: nameOf(each) })),
  };
  return [{ ...actOf(front), race }];
}

/** Adds rangefinder rays to the acts that lack them. Returns false when none needed any. */
export async function addRays({ scenes }: Verified, acts: readonly Act[]): Promise<boolean> {
  const missing = acts
    .map((act, i) => ({ act, reaches: scenes[i]?.rayEnds ?? [] }))
    .filter(({ act, reaches }) => act.rays === undefined && reaches.length > 0);
  if (missing.length === 0) return false;
  const { castRays } = await import('../stage/cast-rays.ts');
  for (const { act, reaches } of missing) act.rays = castRays(act.recording.terrain, reaches);
  return true;
}
