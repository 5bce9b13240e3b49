import { toLocal } from '../creature/anatomy.ts';
import type { Part, Point } from '../creature/body-plan.ts';
import type { Muscle } from '../creature/muscle.ts';
import { plural } from '../schema/plural.ts';
import type { EvolutionDesign } from './evolution-design.ts';

/** Newtons per unit of strength: Evolution's usual muscle of 1500 gets 300 N. */
const NEWTON = 0.2;
/** Top speed of a muscle in rest lengths a second, and its bounds in a body plan, m/s. */
const LENGTHS_PER_SECOND = 5;
const SPEEDS = [0.2, 20] as const;
/** Shortest rest length, metres. */
const SHORTEST = 0.05;
const MAX_STRENGTH = 10_000;
const MAX_MUSCLES = 48;

/** The part of a bone, and the middle of the bone in the world. */
interface BonePlace {
  part: Part;
  place: Point;
}

function muscleBetween(name: string, from: BonePlace, to: BonePlace, strength: number, pushes: boolean): Muscle {
  const [dx, dy] = [to.place[0] - from.place[0], to.place[1] - from.place[1]];
  const rest = Math.max(SHORTEST, Math.sqrt(dx * dx + dy * dy));
  const anchor = ({ part, place }: BonePlace): [number, number] => {
    const [x, y] = toLocal(part, place);
    return [x, y];
  };
  return {
    name,
    from: from.part.name,
    to: to.part.name,
    anchors: [anchor(from), anchor(to)],
    rest,
    strength: Math.min(MAX_STRENGTH, NEWTON * strength),
    speed: Math.max(SPEEDS[0], Math.min(SPEEDS[1], LENGTHS_PER_SECOND * rest)),
    ...(pushes && { pushes }),
  };
}

/** The muscles of a creature of Evolution, between the middles of their bones, and what was left out. */
export function musclesOf(
  { muscles }: EvolutionDesign,
  placeOf: (boneID: number) => BonePlace | undefined,
): { muscles: Muscle[]; words: string[] } {
  const found = muscles.flatMap(({ startBoneID, endBoneID, strength, canExpand }, m): Muscle[] => {
    const [from, to] = [placeOf(startBoneID), placeOf(endBoneID)];
    if (!from || !to || from.part === to.part) return [];
    return [muscleBetween(`muscle ${m + 1}`, from, to, strength, canExpand)];
  });
  const idle = muscles.length - found.length;
  const words: string[] = [];
  if (idle > 0)
    words.push(`${plural(idle, 'muscle')} left out: the bones are missing, or cannot move against each other.`);
  if (found.length > MAX_MUSCLES)
    words.push(`${plural(found.length - MAX_MUSCLES, 'muscle')} left out: a body may have ${MAX_MUSCLES}.`);
  return { muscles: found.slice(0, MAX_MUSCLES), words };
}
