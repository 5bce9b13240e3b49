import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StepProps } from './step.ts';
import { tourClip } from './tour-clips.ts';
import { ResultLine, useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** Shows an untrained brain, and another one on request. */
export function Untrained({ course }: StepProps) {
  const work = useStepWork();
  const said = useSignal('');
  const number = course.number.value;
  useEffect(() => {
    work.begin(async (isWanted) => {
      const [episode] = await course.episodes([course.genome.value]);
      const clip = episode && tourClip(course.experiment, words.newborn(number), episode);
      if (!clip || !isWanted()) return;
      course.stageController.play(clip);
      said.value = clip.words;
    });
  }, [course, number]);
  return (
    <>
      <div class="actions">
        <button type="button" class="action" onClick={course.another}>
          {words.anotherNewborn}
        </button>
      </div>
      <ResultLine work={work}>{said.value}</ResultLine>
      {course.generationCount.value > 0 && <p class="aside">{words.afresh}</p>}
    </>
  );
}
