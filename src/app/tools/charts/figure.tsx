import { effect, type ReadonlySignal, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { count } from '../../amounts.ts';
import { prefersDark } from '../../browser/preferences.ts';
import { fitnessUnit } from '../../session/measure.ts';
import type { Session } from '../../session/session.ts';
import type { StageSelector } from '../../stage/stage-selector.ts';
import { createPlot, type Plot } from '../../widgets/plot.ts';
import { type ChartPanel, known } from './panels.ts';
import { words } from './words.ts';

export interface FigureProps {
  panel: ChartPanel;
  session: Session;
  stageSelector: StageSelector;
  /** Goes up whenever there is something new to draw. */
  drawn: ReadonlySignal<number>;
  /** The place in the history whose values are told. */
  place: ReadonlySignal<number>;
  /** The place under the pointer, in whichever chart. */
  hovered: Signal<number | undefined>;
}

/** Digits of the largest numbers fit, and all charts begin at the same place. */
const AXIS = 52;

/** One chart with its values in words above it. A click lets that generation's champion walk. */
export function Figure({ panel, session, stageSelector, drawn, place, hovered }: FigureProps) {
  const host = useRef<HTMLDivElement>(null);
  const { title, about, traces, tell } = panel;
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
        traces.map(({ of }) => of(history)),
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
          lines: traces,
          band: panel.band,
          isLog: panel.isLog,
          ...(panel.range ? { range: panel.range } : {}),
          tick: (value) => (panel.tick ?? tell)(value, unit),
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
  const readings = traces.flatMap(({ label, of, colour, dash }) =>
    label === undefined ? [] : [{ label, colour, dash, value: known((value) => tell(value, unit))(of(history)[at]) }],
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
