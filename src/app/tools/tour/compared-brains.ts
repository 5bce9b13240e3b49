import type { Course } from './course.ts';
import { initialStatistics, lessonExperiment, untrained } from './lesson.ts';
import { createSearch, type TourSearch } from './search.ts';
import { words } from './words.ts';

/** One of the brains that are trained side by side. */
export interface ComparedBrain {
  name: string;
  /** Number of weights. */
  knobs: number;
  search: TourSearch;
}

/** The tour's own run between a shallower and a deeper brain, which start from untrained brains of their own. */
export async function createComparedBrains({ simulate, number, search, genome }: Course): Promise<ComparedBrain[]> {
  const [shallow, own, deep] = words.brains;
  const other = async (name: string, brain: Record<string, unknown>): Promise<ComparedBrain> => {
    const experiment = lessonExperiment(brain);
    const start = untrained(experiment, number.value);
    const statistics = await initialStatistics(experiment, simulate);
    return { name, knobs: start.length, search: createSearch(experiment, start, statistics, simulate) };
  };
  return [
    await other(shallow, { name: 'linear' }),
    { name: own, knobs: genome.value.length, search: await search() },
    await other(deep, { name: 'mlp', hidden: [16, 16, 16] }),
  ];
}

/** Sorted by distance in a generation, the farthest first. */
export const byDistance = (brains: readonly ComparedBrain[], generation: number): ComparedBrain[] => {
  const distance = ({ search }: ComparedBrain) => search.generations[generation]?.distance ?? 0;
  return [...brains].sort((a, b) => distance(b) - distance(a));
};
