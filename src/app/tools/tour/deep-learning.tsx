import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { count } from '../../amounts.ts';
import { clipOf } from '../../stage/clip.ts';
import { durationText } from './duration-text.ts';
import type { StepProps } from './step.ts';
import { ResultLine, useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** Why guessing works for small nets only: how long it would take on this machine, at the measured speed. */
export function DeepLearning({ course }: StepProps) {
  const work = useStepWork();
  const chosen = useSignal(0);
  const { name, knobs } = words.examples[chosen.value]!;
  useEffect(() => {
    work.begin(async (isWanted) => {
      // Enough episodes to measure the speed.
      if (course.pace.value === 0) await course.distances(Array.from({ length: 20 }, () => course.genome.value));
      const best = (await course.search()).best();
      if (isWanted()) course.stageController.play(best && clipOf(course.experiment, best, []));
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
      <ResultLine work={work}>{course.pace.value > 0 && words.scanTime(durationText(seconds))}</ResultLine>
    </>
  );
}
