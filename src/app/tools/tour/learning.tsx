import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { count } from '../../amounts.ts';
import type { Course } from './course.ts';
import { TRIES } from './creature.ts';
import { distanceText } from './distance-text.ts';
import { Lines } from './lines.tsx';
import type { Turn } from './search.ts';
import { words } from './words.ts';
import { Outcome, useWork } from './work.tsx';

/** Generations at one press: most newborns walk by then. */
const LESSON = 40;

/** The button that lets the tour's run go on, its counters and its curve. */
export function Learning({ course }: { course: Course }) {
  const work = useWork();
  const turns = useSignal<readonly Turn[]>([]);
  const learnt = course.learnt.value;
  useEffect(() => {
    void course.search().then(
      (search) => {
        turns.value = [...search.turns];
      },
      () => {},
    );
  }, [course, learnt]);
  const isLearning = course.isLearning.value;
  const goOn = () => work.begin(() => course.learn(learnt + LESSON));
  const distances = turns.value.map(({ distance }) => distance);
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
          <dd data-count="distance">{distances.length > 0 ? distanceText(distances.at(-1) as number) : '–'}</dd>
        </div>
        <div>
          <dt>{words.furthest}</dt>
          <dd data-count="furthest">{distances.length > 0 ? distanceText(furthest) : '–'}</dd>
        </div>
      </dl>
      <Lines lines={[{ name: words.learning, distances }]} until={Math.max(LESSON, learnt + (isLearning ? 1 : 0))} />
      <div class="deeds">
        <button type="button" class="deed-button" onClick={isLearning ? course.stop : goOn}>
          {isLearning ? words.stop : words.learn(LESSON)}
        </button>
      </div>
      <Outcome work={work}>
        {distances.length >= LESSON / 2 &&
          !isLearning &&
          words.fromTo(distanceText(distances[0] as number), distanceText(furthest), count(TRIES * learnt))}
      </Outcome>
    </>
  );
}

/** Before a step that is about what was learnt, when nothing was. */
export function ToLearnFirst({ course }: { course: Course }) {
  return (
    <>
      <p class="aside">{words.needed}</p>
      <Learning course={course} />
    </>
  );
}

/** Whether it has learnt enough to be looked at. */
export const hasLearnt = ({ learnt, isLearning }: Course): boolean => learnt.value >= 5 && !isLearning.value;
