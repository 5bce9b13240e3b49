import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Genome } from '../../../creature/genome.ts';
import type { NetActivity } from '../../net/net-activity.ts';
import type { StepProps } from './step.ts';
import { tourClip } from './tour-clips.ts';
import { TourNet } from './tour-net.tsx';
import { ResultLine, useStepWork } from './use-work.tsx';
import { WeightPicture } from './weight-picture.tsx';
import { words } from './words.ts';

/** Shows the brain while the creature moves, and changes all weights at once: the same body behaves differently. */
export function AllWeights({ course }: StepProps) {
  const work = useStepWork();
  const said = useSignal('');
  const own = course.genome.value;
  const shown = useSignal(own);
  const activity = useSignal<NetActivity | undefined>(undefined);
  const show = (genome: Genome, subject: string) => {
    shown.value = genome;
    work.begin(async (isWanted) => {
      const [before] = genome === own ? [] : await course.episodes([own]);
      const tried = await course.activity(genome);
      const clip = tourClip(course.experiment, subject, tried.episode, before ? [before] : []);
      if (!clip || !isWanted()) return;
      activity.value = tried.activity;
      course.stageController.play(clip);
      said.value = clip.words;
    });
  };
  const restore = () => show(own, words.newborn(course.number.value));
  useEffect(restore, [own]);
  return (
    <>
      {activity.value && <TourNet activity={activity.value} stageController={course.stageController} />}
      <WeightPicture genome={shown.value} />
      <div class="actions">
        <button
          type="button"
          class="action"
          onClick={() =>
            show(
              own.map((value) => -value),
              words.flipped,
            )
          }
        >
          {words.flip}
        </button>
        <button type="button" class="action" onClick={() => show(new Float32Array(own.length), words.zeroed)}>
          {words.zero}
        </button>
        <button type="button" class="action" disabled={shown.value === own} onClick={restore}>
          {words.asItWas}
        </button>
      </div>
      <ResultLine work={work}>{said.value}</ResultLine>
    </>
  );
}
