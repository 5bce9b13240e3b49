import { useEffect } from 'preact/hooks';
import { actOf } from '../../stage/act.ts';
import { lifeAct } from './acts.ts';
import { Learning } from './learning.tsx';
import type { StepProps } from './step.ts';
import { words } from './words.ts';
import { useWork } from './work.tsx';

/** Generation after generation, as long as one likes. */
export function Again({ course }: StepProps) {
  const work = useWork();
  const isLearning = course.isLearning.value;
  useEffect(() => {
    if (isLearning) return;
    work.begin(async (isWanted) => {
      const { champions } = await course.search();
      const newest = champions.at(-1);
      if (newest && isWanted()) return course.stageController.play(actOf(course.experiment, newest, []));
      const [life] = await course.lives([course.genome.value]);
      if (life && isWanted())
        course.stageController.play(lifeAct(course.experiment, words.newborn(course.number.value), life));
    });
  }, [course, isLearning]);
  return <Learning course={course} />;
}
