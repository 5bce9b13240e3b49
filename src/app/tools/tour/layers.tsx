import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { crowdAct } from './acts.ts';
import { distanceText } from './distance-text.ts';
import { Lines } from './lines.tsx';
import { createRace, type Racer, ranked } from './race.ts';
import type { Turn } from './search.ts';
import type { StepProps } from './step.ts';
import { words } from './words.ts';
import { Outcome, useWork } from './work.tsx';

/** Generations each brain gets. */
const LAPS = 25;

/** Three brains of other depth learn the same, side by side. */
export function Layers({ course }: StepProps) {
  const work = useWork();
  const racers = useSignal<readonly Racer[]>([]);
  const isRunning = useSignal(false);
  useEffect(
    () => () => {
      isRunning.value = false;
    },
    [],
  );
  const show = (lap: number) => {
    const lives = ranked(racers.value, lap).flatMap(({ search }) => {
      const { champion } = search.turns[lap] as Turn;
      const test = champion?.tests[0];
      return champion && test ? [{ evaluation: test.evaluation, recording: champion.recording }] : [];
    });
    course.stageController.play(crowdAct(course.experiment, words.winner, lives));
  };
  const start = () => {
    isRunning.value = true;
    work.begin(async (isWanted) => {
      if (racers.value.length === 0) racers.value = await createRace(course);
      const goes = () => isWanted() && isRunning.value;
      for (let lap = 0; lap < LAPS && goes(); lap++) {
        for (const { search } of racers.value) {
          if (search.turns.length <= lap) await search.next();
          if (!goes()) return;
        }
        racers.value = [...racers.value];
        if (lap % 5 === 4 && goes()) show(lap);
      }
      isRunning.value = false;
    });
  };
  const laps = racers.value.length === 0 ? 0 : Math.min(LAPS, ...racers.value.map(({ search }) => search.turns.length));
  const lines = racers.value.map(({ name, search }) => ({
    name,
    distances: search.turns.slice(0, LAPS).map(({ distance }) => distance),
  }));
  return (
    <>
      {lines.length > 0 && <Lines lines={lines} until={LAPS} />}
      {lines.length > 0 && (
        <ul class="racers">
          {racers.value.map(({ name, knobs, search }, i) => (
            <li key={name} class={`line-${i}`}>
              <b>{name}</b> <span class="unit">{words.knobs(knobs)}</span>
              <output>
                {distanceText(Math.max(0, ...search.turns.slice(0, LAPS).map(({ distance }) => distance)))}
              </output>
            </li>
          ))}
        </ul>
      )}
      <div class="deeds" hidden={laps === LAPS}>
        <button type="button" class="deed-button" onClick={isRunning.value ? () => (isRunning.value = false) : start}>
          {isRunning.value ? words.stop : words.race(LAPS)}
        </button>
      </div>
      <Outcome work={work}>{laps === LAPS && words.raced(LAPS)}</Outcome>
    </>
  );
}
