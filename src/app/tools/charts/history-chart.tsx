import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { count } from '../../amounts.ts';
import { prefersDark } from '../../browser/preferences.ts';
import { fitnessUnit } from '../../session/measure.ts';
import type { Session } from '../../session/session.ts';
import type { StageSelector } from '../../stage/stage-selector.ts';
import { createPlot, type Plot } from '../../widgets/plot.ts';
import { type ChartPanel, formatKnown } from './panels.ts';
import { words } from './words.ts';

export interface HistoryChartProps {
  panel: ChartPanel;
  session: Session;
  stageSelector: StageSelector;
  /** Increases whenever there is something new to draw. */
  drawn: ReadonlySignal<number>;
  /** Index in the history of the values that are read out. */
  place: ReadonlySignal<number>;
  /** Index under the pointer, in any of the charts. */
  hovered: Signal<number | undefined>;
}

/** Width of the axis in all charts, pixels; enough for the largest numbers. */
const AXIS = 52;

/** One chart with its values above it. A click shows the champion of that generation on the stage. */
export function HistoryChart({ panel, session, stageSelector, drawn, place, hovered }: HistoryChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const { title, about, lines, format } = panel;
  const { history } = session;
  const unit = fitnessUnit(session.experiment.value);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let plot: Plot | undefined;
    const draw = () => {
      const { history } = session;
      const { amendments } = session.experiment.peek();
      plot?.draw(
        history.generation,
        lines.map(({ of }) => of(history)),
        {
          watched: stageSelector.watched.peek(),
          changes: amendments.map(({ generation }) => generation),
          records: session.championHistory.records,
        },
      );
    };
    const stopTheme = effect(() => {
      void prefersDark.value;
      plot?.destroy();
      plot = createPlot(
        element,
        {
          lines,
          band: panel.band,
          isLog: panel.isLog,
          ...(panel.range ? { range: panel.range } : {}),
          tick: (value) => (panel.tick ?? format)(value, unit),
          axisWidth: AXIS,
          cursor: 'charts',
          onHover: (at) => {
            hovered.value = at;
          },
        },
        stageSelector.watch,
      );
      draw();
    });
    const stopDrawing = effect(() => {
      void drawn.value;
      void stageSelector.watched.value;
      draw();
    });
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => {
      stopTheme();
      stopDrawing();
      observer.disconnect();
      plot?.destroy();
    };
  }, [panel, session, stageSelector, unit]);

  void drawn.value;
  const at = place.value;
  const readings = lines.flatMap(({ label, of, colour, dash }) =>
    label === undefined
      ? []
      : [{ label, colour, dash, value: formatKnown(of(history)[at], (value) => format(value, unit)) }],
  );
  const spoken = readings.map(({ label, value }) => `${label} ${value}`).join(', ');
  return (
    <figure class="figure">
      <figcaption>
        <span class="name" title={about}>
          {title}
        </span>
        {readings.map(({ label, colour, dash, value }) => (
          <span key={label} class="reading">
            <svg viewBox="0 0 18 4" width="18" height="4" aria-hidden="true">
              <path d="M0 2H18" style={{ stroke: `var(${colour})` }} stroke-dasharray={dash?.join(' ')} />
            </svg>
            {label} <b>{value}</b>
          </span>
        ))}
      </figcaption>
      <div
        class="drawing"
        role="img"
        ref={host}
        aria-label={`${title}, ${words.at.toLowerCase()} ${count(history.generation[at] ?? 0)}: ${spoken}`}
      />
    </figure>
  );
}
