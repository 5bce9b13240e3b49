import { useEffect } from 'preact/hooks';
import { actOf } from '../../stage/act.ts';
import { Learning } from './learning.tsx';
import type { StepProps } from './step.ts';
import { episodeAct } from './tour-acts.ts';
import { useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** Lets the tour's run continue, generation after generation. */
export function Again({ course }: StepProps) {
  const work = useStepWork();
  const isLearning = course.isLearning.value;
  useEffect(() => {
    if (isLearning) return;
    work.begin(async (isWanted) => {
      const { champions } = await course.search();
      const newest = champions.at(-1);
      if (newest && isWanted()) return course.stageController.play(actOf(course.experiment, newest, []));
      const [life] = await course.episodes([course.genome.value]);
      if (life && isWanted())
        course.stageController.play(episodeAct(course.experiment, words.newborn(course.number.value), life));
    });
  }, [course, isLearning]);
  return <Learning course={course} />;
}
