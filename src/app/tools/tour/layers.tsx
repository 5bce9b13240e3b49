import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { byDistance, type ComparedBrain, createComparedBrains, deepNet } from './compared-brains.ts';
import { DistanceLines } from './distance-lines.tsx';
import { distanceText } from './distance-text.ts';
import type { StepProps } from './step.ts';
import { groupClip } from './tour-clips.ts';
import { TourNet } from './tour-net.tsx';
import { ResultLine, useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** Generations of each brain. */
const GENERATIONS = 25;

/** Trains three brains of different depth on the same task. */
export function Layers({ course }: StepProps) {
  const work = useStepWork();
  const deep = useMemo(() => deepNet(course), [course]);
  const brains = useSignal<readonly ComparedBrain[]>([]);
  const isRunning = useSignal(false);
  useEffect(
    () => () => {
      isRunning.value = false;
    },
    [],
  );
  const show = (generation: number) => {
    const episodes = byDistance(brains.value, generation).flatMap(({ search }) => {
      const { champion } = search.generations[generation]!;
      const test = champion?.tests[0];
      return champion && test ? [{ evaluation: test.evaluation, recording: champion.recording }] : [];
    });
    course.stageController.play(groupClip(course.experiment, words.winner, episodes));
  };
  const start = () => {
    isRunning.value = true;
    work.begin(async (isWanted) => {
      if (brains.value.length === 0) brains.value = await createComparedBrains(course);
      const isOn = () => isWanted() && isRunning.value;
      for (let generation = 0; generation < GENERATIONS && isOn(); generation++) {
        for (const { search } of brains.value) {
          if (search.generations.length <= generation) await search.next();
          if (!isOn()) return;
        }
        brains.value = [...brains.value];
        if (generation % 5 === 4 && isOn()) show(generation);
      }
      isRunning.value = false;
    });
  };
  const doneCount =
    brains.value.length === 0
      ? 0
      : Math.min(GENERATIONS, ...brains.value.map(({ search }) => search.generations.length));
  const lines = brains.value.map(({ name, search }) => ({
    name,
    distances: search.generations.slice(0, GENERATIONS).map(({ distance }) => distance),
  }));
  return (
    <>
      {lines.length === 0 && <TourNet activity={deep} stageController={course.stageController} />}
      {lines.length > 0 && <DistanceLines lines={lines} until={GENERATIONS} />}
      {lines.length > 0 && (
        <ul class="compared-brains">
          {brains.value.map(({ name, weightCount: knobs, search }, i) => (
            <li key={name} class={`line-${i}`}>
              <b>{name}</b> <span class="unit">{words.knobs(knobs)}</span>
              <output>
                {distanceText(Math.max(0, ...search.generations.slice(0, GENERATIONS).map(({ distance }) => distance)))}
              </output>
            </li>
          ))}
        </ul>
      )}
      <div class="actions" hidden={doneCount === GENERATIONS}>
        <button type="button" class="action" onClick={isRunning.value ? () => (isRunning.value = false) : start}>
          {isRunning.value ? words.stop : words.race(GENERATIONS)}
        </button>
      </div>
      <ResultLine work={work}>{doneCount === GENERATIONS && words.raced(GENERATIONS)}</ResultLine>
    </>
  );
}
