import { useEffect } from 'preact/hooks';
import { clipOf } from '../../stage/clip.ts';
import { Learning } from './learning.tsx';
import type { StepProps } from './step.ts';
import { tourClip } from './tour-clips.ts';
import { useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** Lets the tour's run continue, generation after generation. */
export function MoreGenerations({ course }: StepProps) {
  const work = useStepWork();
  const isLearning = course.isLearning.value;
  useEffect(() => {
    if (isLearning) return;
    work.begin(async (isWanted) => {
      const { champions } = await course.search();
      const newest = champions.at(-1);
      if (newest && isWanted()) return course.stageController.play(clipOf(course.experiment, newest, []));
      const [episode] = await course.episodes([course.genome.value]);
      if (episode && isWanted())
        course.stageController.play(tourClip(course.experiment, words.newborn(course.number.value), episode));
    });
  }, [course, isLearning]);
  return <Learning course={course} />;
}
