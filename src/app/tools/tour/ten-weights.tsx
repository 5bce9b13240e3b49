import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { distanceText } from './distance-text.ts';
import { mutateWeights, tally } from './mutation.ts';
import type { StepProps } from './step.ts';
import { distanceIn, tourClip } from './tour-clips.ts';
import { ResultLine, useStepWork } from './use-work.tsx';
import { WeightPicture } from './weight-picture.tsx';
import { words } from './words.ts';

const COUNT = 10;

/** Tries mutations one by one, and counts how many helped. */
export function TenWeights({ course }: StepProps) {
  const work = useStepWork();
  const own = course.genome.value;
  const latest = useSignal({ genome: own, indices: [] as number[] });
  const before = useSignal(0);
  const distances = useSignal<readonly number[]>([]);
  const attempt = distances.value.length + 1;
  useEffect(() => {
    work.begin(async (isWanted) => {
      const [episode] = await course.episodes([own]);
      if (!episode || !isWanted()) return;
      before.value = distanceIn(episode);
      course.stageController.play(tourClip(course.experiment, words.newborn(course.number.value), episode));
    });
  }, [course, own]);
  const tryMutation = () =>
    work.begin(async (isWanted) => {
      const mutant = mutateWeights(own, COUNT, course.number.value, attempt);
      const [episode, then] = await course.episodes([mutant.genome, own]);
      const clip = episode && then && tourClip(course.experiment, words.mutant(attempt), episode, [then]);
      if (!clip || !isWanted()) return;
      latest.value = mutant;
      distances.value = [...distances.value, clip.distance];
      course.stageController.play(clip);
    });
  const { better, worse, same } = tally(before.value, distances.value);
  return (
    <>
      <WeightPicture genome={latest.value.genome} marked={latest.value.indices} />
      <div class="actions">
        <button type="button" class="action" disabled={work.isBusy.value} onClick={tryMutation}>
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
      <ResultLine work={work}>
        {distances.value.length > 0 && `${words.tallied(better, worse, same)} ${words.was(distanceText(before.value))}`}
      </ResultLine>
    </>
  );
}
