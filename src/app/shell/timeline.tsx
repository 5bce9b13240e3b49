import { useMemo } from 'preact/hooks';
import { count } from '../amounts.ts';
import type { Session } from '../session/session.ts';
import type { StageSelector } from '../stage/stage-selector.ts';
import { strings } from '../strings.ts';
import { Icon } from '../widgets/icon.tsx';
import './timeline.css';

interface MarksProps {
  /** Generations in which the record was broken; the array is extended in place, so its length is given too. */
  records: readonly number[];
  recordCount: number;
  /** Generations in which a setting changed. */
  changes: readonly number[];
  last: number;
}

/** Strokes above the slider: short ones for records, tall ones for changed settings. */
function Marks({ records, recordCount, changes, last }: MarksProps) {
  const strokes = (generations: readonly number[], top: number) =>
    generations.map((each) => `M${each} ${top}V10`).join('');
  const recordStrokes = useMemo(() => strokes(records, 5), [records, recordCount]);
  return (
    <svg class="marks" viewBox={`0 0 ${Math.max(1, last)} 10`} preserveAspectRatio="none" aria-hidden="true">
      <path class="mark-record" d={recordStrokes} />
      <path class="mark-change" d={strokes(changes, 0)} />
    </svg>
  );
}

export interface TimelineProps {
  session: Session;
  stageSelector: StageSelector;
  /** Opens the film strip. */
  strip(): void;
}

/** A slider over all generations; the stage shows the champion of the selected one. */
export function Timeline({ session, stageSelector, strip }: TimelineProps) {
  const last = session.latest.value?.generation ?? 0;
  const watched = stageSelector.watched.value;
  const mode = stageSelector.mode.value;
  const isLive = mode === 'live';
  const isFilm = mode === 'film';
  const shown = watched ?? last;
  const { records } = session.championHistory;
  const changes = session.experiment.value.amendments.map(({ generation }) => generation);
  return (
    <section class="timeline" aria-label={strings.timeline}>
      <button
        type="button"
        aria-label={isFilm ? strings.stopFilm : strings.film}
        title={isFilm ? strings.stopFilm : strings.film}
        disabled={last === 0}
        onClick={() => stageSelector.toggle('film')}
      >
        <Icon name={isFilm ? 'stop' : 'film'} />
      </button>
      <button
        type="button"
        class="mode"
        aria-label={strings.crowd}
        aria-pressed={mode === 'crowd'}
        title={strings.crowd}
        disabled={last === 0}
        onClick={() => stageSelector.toggle('crowd')}
      >
        <Icon name="crowd" />
      </button>
      <button type="button" aria-label={strings.strip} title={strings.strip} disabled={last === 0} onClick={strip}>
        <Icon name="strip" />
      </button>
      <div class="track" style={{ '--share': last > 0 ? shown / last : 1 }}>
        <Marks
          records={records}
          recordCount={records.length}
          changes={changes.filter((at) => at <= last)}
          last={last}
        />
        <input
          type="range"
          aria-label={strings.watched}
          aria-valuetext={`${count(shown)}${isLive ? `, ${strings.live}` : ''}`}
          min={0}
          max={Math.max(1, last)}
          step={1}
          value={last > 0 ? shown : 1}
          disabled={last === 0}
          onInput={({ currentTarget }) => stageSelector.watch(currentTarget.valueAsNumber)}
        />
        {watched !== undefined && <output class="bubble">{count(shown)}</output>}
      </div>
      <button
        type="button"
        class="live"
        aria-pressed={isLive}
        title={strings.goLive}
        onClick={stageSelector.watchNewest}
      >
        {strings.live}
      </button>
    </section>
  );
}
