import { activationsFor } from '../../../run/with-activations.ts';
import { type NetActivity, netActivityOf } from '../../net/net-activity.ts';
import type { Course } from './course.ts';
import { initialStatistics, lessonExperiment, untrainedBrain } from './lesson.ts';
import { createSearch, type TourSearch } from './search.ts';
import { words } from './words.ts';

/** The deep brain of the comparison. */
const DEEP = { name: 'mlp', hidden: [16, 16, 16] };

/** One of the brains that are trained side by side. */
export interface ComparedBrain {
  name: string;
  /** Number of weights. */
  weightCount: number;
  search: TourSearch;
}

/** A shallow brain, the tour's brain, and a deep brain. The other two start from their own untrained genomes. */
export async function createComparedBrains({ simulate, number, search, genome }: Course): Promise<ComparedBrain[]> {
  const [shallow, own, deep] = words.brains;
  const other = async (name: string, brain: Record<string, unknown>): Promise<ComparedBrain> => {
    const experiment = lessonExperiment(brain);
    const start = untrainedBrain(experiment, number.value);
    const statistics = await initialStatistics(experiment, simulate);
    return { name, weightCount: start.length, search: createSearch(experiment, start, statistics, simulate) };
  };
  return [
    await other(shallow, { name: 'linear' }),
    { name: own, weightCount: genome.value.length, search: await search() },
    await other(deep, DEEP),
  ];
}

/** The untrained deep brain as a drawing, without activations. */
export function deepNet({ number }: Pick<Course, 'number'>): NetActivity {
  const experiment = lessonExperiment(DEEP);
  const requests = [{ genome: untrainedBrain(experiment, number.value), seed: 0, statistics: null, record: false }];
  return netActivityOf(0, activationsFor({ experiment, requests }, {}), undefined);
}

/** Sorted by distance in a generation, the farthest first. */
export const byDistance = (brains: readonly ComparedBrain[], generation: number): ComparedBrain[] => {
  const distance = ({ search }: ComparedBrain) => search.generations[generation]?.distance ?? 0;
  return [...brains].sort((a, b) => distance(b) - distance(a));
};
