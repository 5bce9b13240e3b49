import type { Verified } from '../../../workers/verify.ts';
import { visibleText } from '../../format/visible-text.ts';
import type { Resimulated } from '../../run/resimulate.ts';
import type { Clip } from '../../view/playback.ts';
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

const sceneClip = (scene: Resimulated): Clip => ({
  generation: scene.generation,
  words: titleOf(scene),
  // Equal distances: no queued clip interrupts another.
  distance: 0,
  fell: scene.evaluation.ending === 'terminated',
  recording: scene.recording,
  ghosts: [],
  colour: scene.colour,
});

/** The clips to show in turn: one for a replay or a race, one per scene of a film. */
export function clipsOf({ kind, scenes }: Verified): Clip[] {
  if (kind !== 'race') return scenes.map(sceneClip);
  const [front, ...others] = scenes;
  const race = {
    front: { colour: front.colour ?? FRONT_COLOUR, words: nameOf(front) },
    others: others.map((each, i) => ({ recording: each.recording, colour: raceColour(i), words: nameOf(each) })),
  };
  return [{ ...sceneClip(front), race }];
}

/** Adds rangefinder rays to the clips that lack them. Returns false when none needed any. */
export async function addRays({ scenes }: Verified, clips: readonly Clip[]): Promise<boolean> {
  const missing = clips
    .map((clip, i) => ({ clip, reaches: scenes[i]?.rayEnds ?? [] }))
    .filter(({ clip, reaches }) => clip.rays === undefined && reaches.length > 0);
  if (missing.length === 0) return false;
  const { castRays } = await import('../stage/cast-rays.ts');
  for (const { clip, reaches } of missing) clip.rays = castRays(clip.recording.terrain, reaches);
  return true;
}
