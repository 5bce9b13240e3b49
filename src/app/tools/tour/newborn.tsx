import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { lifeAct } from './acts.ts';
import type { StepProps } from './step.ts';
import { words } from './words.ts';
import { Outcome, useWork } from './work.tsx';

/** A brain of chance, and as many others as one likes. */
export function Untrained({ course }: StepProps) {
  const work = useWork();
  const said = useSignal('');
  const number = course.number.value;
  useEffect(() => {
    work.begin(async (isWanted) => {
      const [life] = await course.lives([course.genome.value]);
      const act = life && lifeAct(course.experiment, words.newborn(number), life);
      if (!act || !isWanted()) return;
      course.stageController.play(act);
      said.value = act.words;
    });
  }, [course, number]);
  return (
    <>
      <div class="deeds">
        <button type="button" class="deed-button" onClick={course.another}>
          {words.anotherNewborn}
        </button>
      </div>
      <Outcome work={work}>{said.value}</Outcome>
      {course.learnt.value > 0 && <p class="aside">{words.afresh}</p>}
    </>
  );
}
