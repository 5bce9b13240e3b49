import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Episode } from '../../../sim/rollout.ts';
import { distanceOf, lifeAct } from './acts.ts';
import { distanceText } from './distance-text.ts';
import { turned } from './mutation.ts';
import { type Point, Points } from './points.tsx';
import { scanKnobs, TURN } from './scan.ts';
import type { StepProps } from './step.ts';
import { words } from './words.ts';
import { Outcome, useWork } from './work.tsx';

/** As far as the slider goes to either side. */
const END = 2.5;

/** The one knob that matters most, in the visitor's hand. */
export function OneKnob({ course }: StepProps) {
  const scanning = useWork();
  const work = useWork();
  const done = useSignal(0);
  const value = useSignal<number | undefined>(undefined);
  const said = useSignal('');
  const tried = useSignal<readonly Point[]>([]);
  const before = useRef<Episode | undefined>(undefined);
  const genome = course.genome.value;
  const scan = course.scan.value;

  useEffect(() => {
    scanning.begin(async (isWanted) => {
      const [life] = await course.lives([genome]);
      if (!life || !isWanted()) return;
      before.current = life;
      course.stageController.play(lifeAct(course.experiment, words.newborn(course.number.value), life));
      course.scan.value ??= await scanKnobs(genome, course.distances, (count) => {
        done.value = count;
        return isWanted();
      });
      const { scan } = course;
      if (!isWanted() || !scan.value) return;
      const now = genome[scan.value.knob] as number;
      value.value = now;
      tried.value = [
        { x: now, y: distanceOf(life) },
        { x: now + TURN, y: scan.value.distances[scan.value.knob] as number },
      ];
    });
  }, [course, genome]);

  const turn = (to: number, isLast: boolean) => {
    if (!scan) return;
    value.value = to;
    work.begin(async (isWanted) => {
      const [life] = await course.lives([turned(genome, scan.knob, to)]);
      const { current: then } = before;
      const act = life && then && lifeAct(course.experiment, words.withKnob, life, [then]);
      if (!act || !isWanted()) return;
      if (isLast) course.stageController.play(act);
      else course.stageController.watch(act);
      said.value = `${act.words} ${words.was(distanceText(distanceOf(then)))}`;
      const point = { x: to, y: act.distance };
      tried.value = [...tried.value.filter(({ x }) => x !== to), point];
    });
  };
  if (!scan || value.value === undefined) {
    return (
      <>
        <progress max={genome.length} value={done.value} aria-label={words.computing} />
        <p class="outcome">{scanning.trouble.value || words.scanning(done.value, genome.length)}</p>
      </>
    );
  }
  return (
    <>
      <p class="aside">{words.scanned(scan.knob + 1, genome.length)}</p>
      <Points points={tried.value} now={value.value} from={-END} to={END} />
      <input
        type="range"
        class="wide-slider"
        aria-label={words.knob(scan.knob + 1)}
        min={-END}
        max={END}
        step={0.05}
        value={value.value}
        onInput={({ currentTarget }) => turn(currentTarget.valueAsNumber, false)}
        onChange={({ currentTarget }) => turn(currentTarget.valueAsNumber, true)}
      />
      <Outcome work={work}>{said.value}</Outcome>
    </>
  );
}
