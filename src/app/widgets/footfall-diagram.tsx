import { effect, type ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type FootfallRow, footfallRows } from '../../sim/gait/footfall-rows.ts';
import type { Recording } from '../../sim/recording.ts';
import { lengthOf } from '../../view/pose.ts';
import { FileText } from './file-text.tsx';
import './footfall-diagram.css';

/** Height of a row and of its bar, in the units of the diagram. */
const ROW = 10;
const BAR = 7;

const barsOf = ({ spans }: FootfallRow, i: number) =>
  spans.map(([from, to]) => `M${from} ${i * ROW}H${to}v${BAR}H${from}z`).join('');

export interface FootfallBarsProps {
  rows: readonly FootfallRow[];
  /** Length of the episode. */
  seconds: number;
  /** Seconds into the episode, set at each frame: what comes later is pale. */
  time?: ReadonlySignal<number>;
  /** For screen readers. */
  label: string;
  /** Name of the gait, beside the bars; none for ''. */
  gait?: string;
}

/** One bar for each foot and contact, as biologists draw a gait. */
export function FootfallBars({ rows, seconds, time, label, gait = '' }: FootfallBarsProps) {
  const figure = useRef<HTMLElement>(null);
  useEffect(
    () =>
      time &&
      effect(() => {
        figure.current?.style.setProperty('--seen', String(Math.min(1, time.value / seconds)));
      }),
    [time, seconds],
  );
  if (rows.length === 0 || seconds === 0) return null;
  return (
    <figure class="footfalls" ref={figure} aria-label={label}>
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
        {time && <i class="to-come" />}
      </div>
      {gait && <figcaption>{gait}</figcaption>}
    </figure>
  );
}

export interface FootfallDiagramProps extends Omit<FootfallBarsProps, 'rows' | 'seconds'> {
  recording: Recording;
  /** m/s². */
  gravity: number;
}

/** When each foot is down in a recorded episode. */
export function FootfallDiagram({ recording, gravity, ...rest }: FootfallDiagramProps) {
  const rows = useMemo(() => footfallRows(recording, gravity), [recording, gravity]);
  return <FootfallBars rows={rows} seconds={lengthOf(recording)} {...rest} />;
}
