import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { footfallRows } from '../../../sim/gait/footfall-rows.ts';
import type { Gait } from '../../../sim/gait/gait.ts';
import type { Clip } from '../../../view/playback.ts';
import { lengthOf } from '../../../view/pose.ts';
import { clipOf } from '../../stage/clip.ts';
import { FootfallBars } from '../../widgets/footfall-diagram.tsx';
import { hasLearnt, LearnFirst } from './learning.tsx';
import type { StepProps } from './step.ts';
import { ResultLine, useStepWork } from './use-work.tsx';
import { words } from './words.ts';

/** Stride of the walk that is drawn for comparison, seconds, and the share of it that each foot is down. */
const STRIDE = 1.2;
const DUTY = 0.6;

/** When one of two feet is down in a walk; `lag` as a share of a stride. */
function walkSpans(lag: number, seconds: number): [number, number][] {
  const spans: [number, number][] = [];
  for (let from = (lag - 1) * STRIDE; from < seconds; from += STRIDE) {
    const span: [number, number] = [Math.max(0, from), Math.min(seconds, from + DUTY * STRIDE)];
    if (span[1] > span[0]) spans.push(span);
  }
  return spans;
}

/** The feet of the best champion beside those of a walk. */
function TwoGaits({ course }: StepProps) {
  const work = useStepWork();
  const shown = useSignal<{ clip: Clip; gait: Gait } | undefined>(undefined);
  const { experiment, stageController } = course;
  useEffect(
    () =>
      work.begin(async (isWanted) => {
        const champion = (await course.search()).best();
        const clip = champion && clipOf(experiment, champion, []);
        if (champion === undefined || clip === undefined || !isWanted()) return;
        stageController.play(clip);
        shown.value = { clip, gait: champion.tests[0]!.evaluation.metrics.gait };
      }),
    [course],
  );
  if (shown.value === undefined) return <ResultLine work={work} />;
  const { clip, gait } = shown.value;
  const seconds = lengthOf(clip.recording);
  const rows = footfallRows(clip.recording, Number(experiment.task.gravity));
  const walk = rows.map((row, i) => ({ ...row, spans: walkSpans(i / rows.length, seconds) }));
  const { theseFeet, walkingFeet } = words;
  return (
    <>
      <div class="two-gaits">
        <h4>{theseFeet}</h4>
        <FootfallBars rows={rows} seconds={seconds} time={stageController.frameTime} label={theseFeet} />
        <h4>{walkingFeet}</h4>
        <FootfallBars rows={walk} seconds={seconds} time={stageController.frameTime} label={walkingFeet} />
      </div>
      <ResultLine work={work}>{words.passing(clip.words, Math.round(100 * gait.passing))}</ResultLine>
    </>
  );
}

/** Shows by its feet that what has learnt to get far does not walk. */
export function GaitStep(props: StepProps) {
  return hasLearnt(props.course) ? <TwoGaits {...props} /> : <LearnFirst {...props} />;
}
