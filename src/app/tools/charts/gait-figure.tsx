import { useMemo } from 'preact/hooks';
import { mean } from '../../../math/stats.ts';
import type { Gait } from '../../../sim/gait/gait.ts';
import { gaits } from '../../../sim/gait/names.ts';
import { gaitOfRecording } from '../../../sim/gait/recorded.ts';
import { gravityIn } from '../../stage/origin.ts';
import type { ToolProps } from '../../tool.ts';
import { FootfallDiagram } from '../../widgets/footfall-diagram.tsx';
import { words } from './words.ts';

const percent = (share: number) => `${Math.round(100 * share)} %`;

/** The measures of a gait, in the order in which they are read. */
function measuresOf({ passing, alternation, dutyFactors, flight, froude }: Gait): [name: string, value: string][] {
  const { measures } = words;
  return [
    [measures.passing, percent(passing)],
    [measures.alternation, percent(alternation)],
    [measures.duty, mean(dutyFactors).toFixed(2)],
    [measures.flight, percent(flight)],
    [measures.froude, froude.toFixed(2)],
  ];
}

/** The gait of the creature on the stage: its name, when its feet are down, and its measures. */
export function GaitFigure({ session, stageController }: Pick<ToolProps, 'session' | 'stageController'>) {
  const clip = stageController.onStage.value;
  const gravity = clip ? gravityIn(clip.recording, session.experiment.value) : 0;
  const gait = useMemo(() => clip && gaitOfRecording(clip.recording, gravity, clip.fell), [clip, gravity]);
  if (clip === undefined || gait === undefined || gait.dutyFactors.length === 0) return null;
  return (
    <section class="gait" aria-labelledby="gait-title">
      <h3 id="gait-title" title={gaits[gait.name].about}>
        {words.gait} <em>{gait.name}</em>
      </h3>
      <FootfallDiagram
        recording={clip.recording}
        gravity={gravity}
        time={stageController.frameTime}
        label={words.footfalls(gait.name)}
      />
      <dl>
        {measuresOf(gait).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
