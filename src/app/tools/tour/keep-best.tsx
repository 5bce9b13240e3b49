import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { distanceOf, lifeAct } from './acts.ts';
import { distanceText } from './distance-text.ts';
import { KnobPicture } from './knob-picture.tsx';
import type { StepProps } from './step.ts';
import { words } from './words.ts';
import { Outcome, useWork } from './work.tsx';

/** What one generation comes to: the optimizer's own new centre, beside the newborn. */
export function KeepBest({ course }: StepProps) {
  const work = useWork();
  const own = course.genome.value;
  const shown = useSignal(own);
  const moved = useSignal<readonly [before: number, after: number] | undefined>(undefined);
  useEffect(() => {
    work.begin(async (isWanted) => {
      const [life] = await course.lives([own]);
      if (life && isWanted())
        course.stageController.play(lifeAct(course.experiment, words.newborn(course.number.value), life));
    });
  }, [course, own]);
  const keep = () =>
    work.begin(async (isWanted) => {
      const { centre } = await course.firstTurn();
      const [before, after] = await course.lives([own, centre]);
      const act = before && after && lifeAct(course.experiment, words.kept, after, [before]);
      if (!act || !isWanted()) return;
      shown.value = centre;
      moved.value = [distanceOf(before), distanceOf(after)];
      course.stageController.play(act);
    });
  const [before, after] = moved.value ?? [0, 0];
  return (
    <>
      <KnobPicture genome={shown.value} />
      <div class="deeds">
        <button type="button" class="deed-button" disabled={work.isBusy.value} onClick={keep}>
          {words.keep}
        </button>
      </div>
      <Outcome work={work}>
        {moved.value &&
          `${words.moved(distanceText(before), distanceText(after))} ${after > before ? words.helped : words.notYet}`}
      </Outcome>
    </>
  );
}
