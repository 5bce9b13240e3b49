/** A champion of a run, as far as a film of learning depends on it. */
export interface FilmCandidate {
  distance: number;
  fitness: number;
  /** Whether its fitness is greater than that of all champions before it. */
  isRecord: boolean;
}

/** What a scene shows: the first attempt, a champion on the way, or the best. */
export type SceneRole = 'first' | 'middle' | 'best';

/** Durations of the scenes of a film of learning, seconds. */
export interface FilmPace {
  seconds: Record<SceneRole, number>;
  /** For which the last picture of each scene stays. */
  hold: number;
  /** Scenes between the first attempt and the best. */
  middleCount: number;
}

/** How a film of learning looks by default. */
export interface FilmDefaults {
  pace: FilmPace;
  fps: number;
  sizes: Record<FilmShape, string>;
}

export const FILM_SHAPES = ['wide', 'square', 'tall'] as const;
export type FilmShape = (typeof FILM_SHAPES)[number];

/** A video of about 20 seconds. */
const VIDEO: FilmDefaults = {
  pace: { seconds: { first: 2.5, middle: 3.5, best: 8 }, hold: 0.8, middleCount: 2 },
  fps: 30,
  sizes: { wide: '1280x720', square: '720x720', tall: '720x1280' },
};

/** A GIF of at most 6 seconds and about 1.5 MB. */
const GIF: FilmDefaults = {
  pace: { seconds: { first: 1.2, middle: 1.3, best: 2.6 }, hold: 0.25, middleCount: 1 },
  fps: 20,
  sizes: { wide: '640x360', square: '480x480', tall: '360x640' },
};

export const filmDefaults = (isGif: boolean): FilmDefaults => (isGif ? GIF : VIDEO);

/** Lower than even steps: the differences between early champions are greater. */
const STEP_EXPONENT = 1.4;

/**
 * The champions that a film shows, from those of a run, oldest first: the first, `middleCount` on the way to the best, and the
 * best. A task that rewards no distance is judged by fitness.
 */
export function chooseScenes<T extends FilmCandidate>(
  champions: readonly T[],
  middleCount: number,
  isDistance: boolean,
): { champion: T; role: SceneRole }[] {
  const [first, best] = [champions[0], champions.findLast(({ isRecord }) => isRecord)];
  if (first === undefined || best === undefined) return [];
  if (first === best) return [{ champion: best, role: 'best' }];
  const measure = ({ distance, fitness }: T) => (isDistance ? distance : fitness);
  const between = new Set<T>();
  for (let i = 1; i <= middleCount; i++) {
    const share = (i / (middleCount + 1)) ** STEP_EXPONENT;
    const wanted: number = measure(first) + (measure(best) - measure(first)) * share;
    const champion: T | undefined = champions.find((each) => measure(each) >= wanted);
    if (champion !== undefined && champion !== first && champion !== best) between.add(champion);
  }
  // The best is shown last, also if the search has found something else since.
  const onTheWay = [...between].filter((each) => champions.indexOf(each) < champions.indexOf(best));
  return [
    { champion: first, role: 'first' },
    ...onTheWay.map((champion) => ({ champion, role: 'middle' as const })),
    { champion: best, role: 'best' },
  ];
}

/** A part of an episode, seconds into it, and how long its last picture stays. */
export interface Shot {
  from: number;
  to: number;
  hold: number;
}

/** The part of an episode of `length` seconds that its scene shows: the end; of the best, what is before a fall. */
export function shotOf(role: SceneRole, length: number, fell: boolean, { seconds, hold }: FilmPace): Shot {
  const spare = Math.max(0, length - seconds[role]);
  const from = role === 'best' && fell ? spare / 2 : spare;
  return { from, to: Math.min(length, from + seconds[role]), hold };
}
