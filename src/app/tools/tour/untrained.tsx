import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StepProps } from './step.ts';
import { episodeAct } from './tour-acts.ts';
import { ResultLine, useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** Shows an untrained brain, and others on request. */
export function Untrained({ course }: StepProps) {
  const work = useStepWork();
  const said = useSignal('');
  const number = course.number.value;
  useEffect(() => {
    work.begin(async (isWanted) => {
      const [life] = await course.episodes([course.genome.value]);
      const act = life && episodeAct(course.experiment, words.newborn(number), life);
      if (!act || !isWanted()) return;
      course.stageController.play(act);
      said.value = act.words;
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
      {course.learnt.value > 0 && <p class="aside">{words.afresh}</p>}
    </>
  );
}
