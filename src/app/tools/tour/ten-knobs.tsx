import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { distanceOf, lifeAct } from './acts.ts';
import { distanceText } from './distance-text.ts';
import { KnobPicture } from './knob-picture.tsx';
import { mutated, tally } from './mutation.ts';
import type { StepProps } from './step.ts';
import { words } from './words.ts';
import { Outcome, useWork } from './work.tsx';

const COUNT = 10;

/** Mutations one by one, and how many of them helped. */
export function TenKnobs({ course }: StepProps) {
  const work = useWork();
  const own = course.genome.value;
  const latest = useSignal({ genome: own, knobs: [] as number[] });
  const before = useSignal(0);
  const distances = useSignal<readonly number[]>([]);
  const attempt = distances.value.length + 1;
  useEffect(() => {
    work.begin(async (isWanted) => {
      const [life] = await course.lives([own]);
      if (!life || !isWanted()) return;
      before.value = distanceOf(life);
      course.stageController.play(lifeAct(course.experiment, words.newborn(course.number.value), life));
    });
  }, [course, own]);
  const attemptIt = () =>
    work.begin(async (isWanted) => {
      const mutant = mutated(own, COUNT, course.number.value, attempt);
      const [life, then] = await course.lives([mutant.genome, own]);
      const act = life && then && lifeAct(course.experiment, words.mutant(attempt), life, [then]);
      if (!act || !isWanted()) return;
      latest.value = mutant;
      distances.value = [...distances.value, act.distance];
      course.stageController.play(act);
    });
  const { better, worse, same } = tally(before.value, distances.value);
  return (
    <>
      <KnobPicture genome={latest.value.genome} marked={latest.value.knobs} />
      <div class="deeds">
        <button type="button" class="deed-button" disabled={work.isBusy.value} onClick={attemptIt}>
          {distances.value.length === 0 ? words.turnTen : words.turnTenMore}
        </button>
      </div>
      <ol class="tries" aria-hidden="true">
        {distances.value.slice(-10).map((each, i) => (
          <li key={distances.value.length - i} class={each > before.value ? 'better' : undefined}>
            {distanceText(each)}
          </li>
        ))}
      </ol>
      <Outcome work={work}>
        {distances.value.length > 0 && `${words.tallied(better, worse, same)} ${words.was(distanceText(before.value))}`}
      </Outcome>
    </>
  );
}
