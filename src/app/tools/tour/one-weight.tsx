import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Episode } from '../../../sim/rollout.ts';
import { distanceText } from './distance-text.ts';
import { withWeight } from './mutation.ts';
import { SCAN_STEP, scanWeights } from './scan.ts';
import type { StepProps } from './step.ts';
import { distanceIn, tourClip } from './tour-clips.ts';
import { type TriedValue, TriedValues } from './tried-values.tsx';
import { ResultLine, useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** The slider's range is from -LIMIT to LIMIT. */
const LIMIT = 2.5;

/** A slider for the weight with the greatest effect. */
export function OneWeight({ course }: StepProps) {
  const scanning = useStepWork();
  const work = useStepWork();
  const done = useSignal(0);
  const value = useSignal<number | undefined>(undefined);
  const said = useSignal('');
  const tried = useSignal<readonly TriedValue[]>([]);
  const before = useRef<Episode | undefined>(undefined);
  const genome = course.genome.value;
  const scan = course.scan.value;

  useEffect(() => {
    scanning.begin(async (isWanted) => {
      const [episode] = await course.episodes([genome]);
      if (!episode || !isWanted()) return;
      before.current = episode;
      course.stageController.play(tourClip(course.experiment, words.newborn(course.number.value), episode));
      course.scan.value ??= await scanWeights(genome, course.distances, (count) => {
        done.value = count;
        return isWanted();
      });
      const { scan } = course;
      if (!isWanted() || !scan.value) return;
      const now = genome[scan.value.best]!;
      value.value = now;
      tried.value = [
        { x: now, y: distanceIn(episode) },
        { x: now + SCAN_STEP, y: scan.value.distances[scan.value.best]! },
      ];
    });
  }, [course, genome]);

  const turn = (to: number, isLast: boolean) => {
    if (!scan) return;
    value.value = to;
    work.begin(async (isWanted) => {
      const [episode] = await course.episodes([withWeight(genome, scan.best, to)]);
      const { current: then } = before;
      const clip = episode && then && tourClip(course.experiment, words.withKnob, episode, [then]);
      if (!clip || !isWanted()) return;
      if (isLast) course.stageController.play(clip);
      else course.stageController.watch(clip);
      said.value = `${clip.words} ${words.was(distanceText(distanceIn(then)))}`;
      const point = { x: to, y: clip.distance };
      tried.value = [...tried.value.filter(({ x }) => x !== to), point];
    });
  };
  if (!scan || value.value === undefined) {
    return (
      <>
        <progress max={genome.length} value={done.value} aria-label={words.computing} />
        <p class="outcome">{scanning.fault.value || words.scanning(done.value, genome.length)}</p>
      </>
    );
  }
  return (
    <>
      <p class="aside">{words.scanned(scan.best + 1, genome.length)}</p>
      <TriedValues points={tried.value} now={value.value} from={-LIMIT} to={LIMIT} />
      <input
        type="range"
        class="wide-slider"
        aria-label={words.knob(scan.best + 1)}
        min={-LIMIT}
        max={LIMIT}
        step={0.05}
        value={value.value}
        onInput={({ currentTarget }) => turn(currentTarget.valueAsNumber, false)}
        onChange={({ currentTarget }) => turn(currentTarget.valueAsNumber, true)}
      />
      <ResultLine work={work}>{said.value}</ResultLine>
    </>
  );
}
