import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { distanceText } from './distance-text.ts';
import { KnobPicture } from './knob-picture.tsx';
import type { StepProps } from './step.ts';
import { distanceIn, episodeAct } from './tour-acts.ts';
import { ResultLine, useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** The effect of one generation: the optimizer's new mean beside the untrained brain. */
export function KeepBest({ course }: StepProps) {
  const work = useStepWork();
  const own = course.genome.value;
  const shown = useSignal(own);
  const moved = useSignal<readonly [before: number, after: number] | undefined>(undefined);
  useEffect(() => {
    work.begin(async (isWanted) => {
      const [life] = await course.episodes([own]);
      if (life && isWanted())
        course.stageController.play(episodeAct(course.experiment, words.newborn(course.number.value), life));
    });
  }, [course, own]);
  const keep = () =>
    work.begin(async (isWanted) => {
      const { centre } = await course.firstGeneration();
      const [before, after] = await course.episodes([own, centre]);
      const act = before && after && episodeAct(course.experiment, words.kept, after, [before]);
      if (!act || !isWanted()) return;
      shown.value = centre;
      moved.value = [distanceIn(before), distanceIn(after)];
      course.stageController.play(act);
    });
  const [before, after] = moved.value ?? [0, 0];
  return (
    <>
      <KnobPicture genome={shown.value} />
      <div class="actions">
        <button type="button" class="action" disabled={work.isBusy.value} onClick={keep}>
          {words.keep}
        </button>
      </div>
      <ResultLine work={work}>
        {moved.value &&
          `${words.moved(distanceText(before), distanceText(after))} ${after > before ? words.helped : words.notYet}`}
      </ResultLine>
    </>
  );
}
