import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { median } from '../../../math/stats.ts';
import { crowdAct } from '../../stage/crowd.ts';
import { distanceOf, lifeAct } from './acts.ts';
import { distanceText } from './distance-text.ts';
import { Spread } from './spread.tsx';
import type { StepProps } from './step.ts';
import { words } from './words.ts';
import { Outcome, useWork } from './work.tsx';

/** The first generation of the tour's run: all of it on the stage. */
export function FirstGeneration({ course }: StepProps) {
  const work = useWork();
  const distances = useSignal<readonly number[]>([]);
  const showCrowd = (isWanted: () => boolean) =>
    course.search().then((search) => {
      if (search.crowd.length === 0 || !isWanted()) return;
      course.stageController.play(crowdAct(course.experiment, 0, search.crowd, 0));
      distances.value = search.crowd.map(distanceOf);
    });
  useEffect(() => {
    work.begin(async (isWanted) => {
      if ((await course.search()).turns.length > 0) return showCrowd(isWanted);
      const [life] = await course.lives([course.genome.value]);
      if (life && isWanted())
        course.stageController.play(lifeAct(course.experiment, words.newborn(course.number.value), life));
    });
  }, [course]);
  const tryThem = () =>
    work.begin(async (isWanted) => {
      await course.firstTurn();
      await showCrowd(isWanted);
    });
  const all = distances.value;
  return (
    <>
      <div class="deeds">
        <button type="button" class="deed-button" disabled={work.isBusy.value} onClick={tryThem}>
          {words.forty}
        </button>
      </div>
      {all.length > 0 && <Spread distances={all} />}
      <Outcome work={work}>
        {all.length > 0 &&
          words.fortyDone(distanceText(Math.max(...all)), distanceText(median(all)), distanceText(Math.min(...all)))}
      </Outcome>
    </>
  );
}
