import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { count } from '../../amounts.ts';
import type { Course } from './course.ts';
import { DistanceLines } from './distance-lines.tsx';
import { distanceText } from './distance-text.ts';
import { LESSON_POPULATION } from './lesson.ts';
import type { TourGeneration } from './search.ts';
import { ResultLine, useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** Generations per click: most untrained brains walk by then. */
const GENERATIONS = 40;

/** The button that continues the tour's run, its counters and its curve. */
export function Learning({ course }: { course: Course }) {
  const work = useStepWork();
  const generations = useSignal<readonly TourGeneration[]>([]);
  const learnt = course.generationCount.value;
  useEffect(() => {
    void course.search().then(
      (search) => {
        generations.value = [...search.generations];
      },
      () => {},
    );
  }, [course, learnt]);
  const isLearning = course.isLearning.value;
  const continueRun = () => work.begin(() => course.learn(learnt + GENERATIONS));
  const distances = generations.value.map(({ distance }) => distance);
  const furthest = Math.max(...distances);
  return (
    <>
      <dl class="tour-counters">
        <div>
          <dt>{words.generation}</dt>
          <dd data-count="generation">{count(learnt)}</dd>
        </div>
        <div>
          <dt>{words.now}</dt>
          <dd data-count="distance">{distances.length > 0 ? distanceText(distances.at(-1)!) : '–'}</dd>
        </div>
        <div>
          <dt>{words.furthest}</dt>
          <dd data-count="furthest">{distances.length > 0 ? distanceText(furthest) : '–'}</dd>
        </div>
      </dl>
      <DistanceLines
        lines={[{ name: words.learning, distances }]}
        until={Math.max(GENERATIONS, learnt + (isLearning ? 1 : 0))}
      />
      <div class="actions">
        <button type="button" class="action" onClick={isLearning ? course.stop : continueRun}>
          {isLearning ? words.stop : words.learn(GENERATIONS)}
        </button>
      </div>
      <ResultLine work={work}>
        {distances.length >= GENERATIONS / 2 &&
          !isLearning &&
          words.fromTo(distanceText(distances[0]!), distanceText(furthest), count(LESSON_POPULATION * learnt))}
      </ResultLine>
    </>
  );
}

/** Shown instead of a step that needs a trained brain, when there is none yet. */
export function LearnFirst({ course }: { course: Course }) {
  return (
    <>
      <p class="aside">{words.needed}</p>
      <Learning course={course} />
    </>
  );
}

/** Whether there are enough generations for the steps about what was learnt. */
export const hasLearnt = ({ generationCount: learnt, isLearning }: Course): boolean =>
  learnt.value >= 5 && !isLearning.value;
