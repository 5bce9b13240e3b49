import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { distanceText } from './distance-text.ts';
import type { StepProps } from './step.ts';
import { distanceIn, tourClip } from './tour-clips.ts';
import { ResultLine, useStepWork } from './use-work.tsx';
import { WeightPicture } from './weight-picture.tsx';
import { words } from './words.ts';

/** Gain from which one generation counts as a help, metres: below it the stage shows much the same. */
const HELPED = 0.5;

/** The effect of one generation: the optimizer's new mean beside the untrained brain. */
export function KeepBest({ course }: StepProps) {
  const work = useStepWork();
  const own = course.genome.value;
  const shown = useSignal(own);
  const moved = useSignal<readonly [before: number, after: number] | undefined>(undefined);
  useEffect(() => {
    work.begin(async (isWanted) => {
      const [episode] = await course.episodes([own]);
      if (episode && isWanted())
        course.stageController.play(tourClip(course.experiment, words.newborn(course.number.value), episode));
    });
  }, [course, own]);
  const keep = () =>
    work.begin(async (isWanted) => {
      const { mean } = await course.firstGeneration();
      const [before, after] = await course.episodes([own, mean]);
      const clip = before && after && tourClip(course.experiment, words.kept, after, [before]);
      if (!clip || !isWanted()) return;
      shown.value = mean;
      moved.value = [distanceIn(before), distanceIn(after)];
      course.stageController.play(clip);
    });
  const [before, after] = moved.value ?? [0, 0];
  return (
    <>
      <WeightPicture genome={shown.value} />
      <div class="actions">
        <button type="button" class="action" disabled={work.isBusy.value} onClick={keep}>
          {words.keep}
        </button>
      </div>
      <ResultLine work={work}>
        {moved.value &&
          `${words.moved(distanceText(before), distanceText(after))} ${after - before >= HELPED ? words.helped : words.notYet}`}
      </ResultLine>
    </>
  );
}
