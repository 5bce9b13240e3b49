import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { count } from '../../amounts.ts';
import { actOf } from '../../stage/act.ts';
import { howLong } from './how-long.ts';
import type { StepProps } from './step.ts';
import { words } from './words.ts';
import { Outcome, useWork } from './work.tsx';

/** Why guessing is for small brains: what it would take on this machine, by how fast lives were just lived. */
export function DeepLearning({ course }: StepProps) {
  const work = useWork();
  const chosen = useSignal(0);
  const { name, knobs } = words.examples[chosen.value] as (typeof words.examples)[number];
  useEffect(() => {
    work.begin(async (isWanted) => {
      // As many as make a measure of this machine.
      if (course.pace.value === 0) await course.distances(Array.from({ length: 20 }, () => course.genome.value));
      const best = (await course.search()).best();
      if (isWanted()) course.stageController.play(best && actOf(course.experiment, best, []));
    });
  }, [course]);
  const seconds = knobs / course.pace.value;
  return (
    <>
      <label class="slider">
        <span>{words.size}</span>
        <output>{count(knobs)}</output>
        <input
          type="range"
          class="wide-slider"
          aria-label={words.size}
          min={0}
          max={words.examples.length - 1}
          step={1}
          value={chosen.value}
          aria-valuetext={`${count(knobs)}: ${name}`}
          onInput={({ currentTarget }) => {
            chosen.value = currentTarget.valueAsNumber;
          }}
        />
      </label>
      <p class="aside">{name}</p>
      <Outcome work={work}>{course.pace.value > 0 && words.scanTime(howLong(seconds))}</Outcome>
    </>
  );
}
