import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Genome } from '../../../creature/genome.ts';
import { lifeAct } from './acts.ts';
import { KnobPicture } from './knob-picture.tsx';
import type { StepProps } from './step.ts';
import { words } from './words.ts';
import { Outcome, useWork } from './work.tsx';

/** All knobs at once: the same body with others does something else. */
export function Knobs({ course }: StepProps) {
  const work = useWork();
  const said = useSignal('');
  const own = course.genome.value;
  const shown = useSignal(own);
  const show = (genome: Genome, who: string) => {
    shown.value = genome;
    work.begin(async (isWanted) => {
      const [life, before] = await course.lives([genome, own]);
      const act = life && before && lifeAct(course.experiment, who, life, genome === own ? [] : [before]);
      if (!act || !isWanted()) return;
      course.stageController.play(act);
      said.value = act.words;
    });
  };
  const asItWas = () => show(own, words.newborn(course.number.value));
  useEffect(asItWas, [own]);
  return (
    <>
      <KnobPicture genome={shown.value} />
      <div class="deeds">
        <button
          type="button"
          class="deed-button"
          onClick={() =>
            show(
              own.map((value) => -value),
              words.flipped,
            )
          }
        >
          {words.flip}
        </button>
        <button type="button" class="deed-button" onClick={() => show(new Float32Array(own.length), words.zeroed)}>
          {words.zero}
        </button>
        <button type="button" class="deed-button" disabled={shown.value === own} onClick={asItWas}>
          {words.asItWas}
        </button>
      </div>
      <Outcome work={work}>{said.value}</Outcome>
    </>
  );
}
