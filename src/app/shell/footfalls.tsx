import { effect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type FootfallRow, footfallRows } from '../../sim/gait/footfall-rows.ts';
import type { Act } from '../../view/playback.ts';
import { lengthOf } from '../../view/pose.ts';
import type { StageController } from '../stage/stage-controller.ts';
import { strings } from '../strings.ts';
import { FileText } from '../widgets/file-text.tsx';
import './footfalls.css';

/** Height of a row and of its bar, in the units of the diagram. */
const ROW = 10;
const BAR = 7;

const barsOf = ({ spans }: FootfallRow, i: number) =>
  spans.map(([from, to]) => `M${from} ${i * ROW}H${to}v${BAR}H${from}z`).join('');

function Diagram({ act, gravity, moment }: { act: Act; gravity: number; moment: StageController['moment'] }) {
  const { recording, gait } = act;
  const figure = useRef<HTMLElement>(null);
  const rows = useMemo(() => footfallRows(recording, gravity), [recording, gravity]);
  const seconds = lengthOf(recording);
  useEffect(
    () =>
      effect(() => {
        figure.current?.style.setProperty('--seen', String(Math.min(1, moment.value / seconds)));
      }),
    [moment, seconds],
  );
  if (rows.length === 0 || seconds === 0) return null;
  return (
    <figure class="footfalls" ref={figure} aria-label={strings.footfallsOf(gait ?? '')}>
      <ul class="feet">
        {rows.map(({ name }) => (
          <li key={name}>
            <FileText text={name} />
          </li>
        ))}
      </ul>
      <div class="bars">
        <svg viewBox={`0 0 ${seconds} ${rows.length * ROW}`} preserveAspectRatio="none" aria-hidden="true">
          {rows.map((row, i) => (
            <path key={row.name} class={row.side} d={barsOf(row, i)} />
          ))}
        </svg>
        <i class="to-come" />
      </div>
      {gait && <figcaption>{gait}</figcaption>}
    </figure>
  );
}

export interface FootfallsProps {
  stageController: StageController;
  /** m/s². */
  gravity: number;
}

/** When each foot of the creature on the stage is down: one bar per foot, as biologists draw a gait. */
export function Footfalls({ stageController, gravity }: FootfallsProps) {
  const act = stageController.onStage.value;
  return act ? <Diagram act={act} gravity={gravity} moment={stageController.moment} /> : null;
}
