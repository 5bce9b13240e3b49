import type { Course } from './course.ts';
import { firstFeelings, lesson, untrained } from './creature.ts';
import { createSearch, type Search } from './search.ts';
import { words } from './words.ts';

/** One of those who learn side by side. */
export interface Racer {
  name: string;
  knobs: number;
  search: Search;
}

/** The tour's own run between a shallower brain and a deeper one, each from a newborn of its own. */
export async function createRace({ live, number, search, genome }: Course): Promise<Racer[]> {
  const [shallow, own, deep] = words.brains;
  const other = async (name: string, brain: Record<string, unknown>): Promise<Racer> => {
    const experiment = lesson(brain);
    const start = untrained(experiment, number.value);
    const feelings = await firstFeelings(experiment, live);
    return { name, knobs: start.length, search: createSearch(experiment, start, feelings, live) };
  };
  return [
    await other(shallow, { name: 'linear' }),
    { name: own, knobs: genome.value.length, search: await search() },
    await other(deep, { name: 'mlp', hidden: [16, 16, 16] }),
  ];
}

/** Whoever came furthest in a generation first. */
export const ranked = (racers: readonly Racer[], generation: number): Racer[] => {
  const distance = ({ search }: Racer) => search.turns[generation]?.distance ?? 0;
  return [...racers].sort((a, b) => distance(b) - distance(a));
};
