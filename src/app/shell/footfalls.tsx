import { effect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type FootfallRow, footfallRows } from '../../sim/gait/footfall-rows.ts';
import type { Clip } from '../../view/playback.ts';
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

function Diagram({
  clip,
  gravity,
  frameTime,
}: {
  clip: Clip;
  gravity: number;
  frameTime: StageController['frameTime'];
}) {
  const { recording, gait } = clip;
  const figure = useRef<HTMLElement>(null);
  const rows = useMemo(() => footfallRows(recording, gravity), [recording, gravity]);
  const seconds = lengthOf(recording);
  useEffect(
    () =>
      effect(() => {
        figure.current?.style.setProperty('--seen', String(Math.min(1, frameTime.value / seconds)));
      }),
    [frameTime, seconds],
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
  const clip = stageController.onStage.value;
  return clip ? <Diagram clip={clip} gravity={gravity} frameTime={stageController.frameTime} /> : null;
}
