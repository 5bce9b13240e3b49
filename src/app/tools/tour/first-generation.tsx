import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { median } from '../../../math/stats.ts';
import { crowdClip } from '../../stage/crowd.ts';
import { DistanceDots } from './distance-dots.tsx';
import { distanceText } from './distance-text.ts';
import { LearningLoop } from './learning-loop.tsx';
import type { StepProps } from './step.ts';
import { distanceIn, tourClip } from './tour-clips.ts';
import { ResultLine, useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** Evaluates the first generation of the tour's run and shows all of it on the stage. */
export function FirstGeneration({ course }: StepProps) {
  const work = useStepWork();
  const distances = useSignal<readonly number[]>([]);
  const showCrowd = (isWanted: () => boolean) =>
    course.search().then((search) => {
      if (search.crowd.length === 0 || !isWanted()) return;
      course.stageController.play(crowdClip(course.experiment, 0, search.crowd, 0));
      distances.value = search.crowd.map(distanceIn);
    });
  useEffect(() => {
    work.begin(async (isWanted) => {
      if ((await course.search()).generations.length > 0) return showCrowd(isWanted);
      const [episode] = await course.episodes([course.genome.value]);
      if (episode && isWanted())
        course.stageController.play(tourClip(course.experiment, words.newborn(course.number.value), episode));
    });
  }, [course]);
  const evaluateAll = () =>
    work.begin(async (isWanted) => {
      await course.firstGeneration();
      await showCrowd(isWanted);
    });
  const all = distances.value;
  return (
    <>
      <LearningLoop />
      <div class="actions">
        <button type="button" class="action" disabled={work.isBusy.value} onClick={evaluateAll}>
          {words.forty}
        </button>
      </div>
      {all.length > 0 && <DistanceDots distances={all} />}
      <ResultLine work={work}>
        {all.length > 0 &&
          words.fortyDone(distanceText(Math.max(...all)), distanceText(median(all)), distanceText(Math.min(...all)))}
      </ResultLine>
    </>
  );
}
