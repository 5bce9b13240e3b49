import { signal, useSignal } from '@preact/signals';
import { visibleText } from '../../../format/visible-text.ts';
import { seedOf } from '../../../math/rng.ts';
import type { Clip } from '../../../view/playback.ts';
import { metres } from '../../amounts.ts';
import { prefersDark } from '../../browser/preferences.ts';
import type { RunRecord } from '../../session/run-record.ts';
import type { Sequence } from '../../stage/sequence.ts';
import type { ToolProps } from '../../tool.ts';
import { FileText, SentenceText } from '../../widgets/file-text.tsx';
import { notify } from '../../widgets/notice.tsx';
import { distanceAt, type RaceResult, raceEntryOf, runRace } from './race.ts';
import { listed, runName } from './run-name.ts';
import { Stroke } from './stroke.tsx';
import { swatchOf } from './swatch.ts';
import { words } from './words.ts';

type Results = readonly RaceResult<RunRecord>[];

/** Results of the race on the stage, kept while the tool is closed. */
const results = signal<Results>([]);

/** The race as a clip: the first runner in front in the stage's colours, the others in the colours of their lines. */
function raceClipOf(all: readonly RunRecord[], finished: Results): Clip | undefined {
  const runners = finished.flatMap((each) => ('recording' in each ? [each] : []));
  const [front, ...others] = runners;
  if (front === undefined) return undefined;
  const labelOf = ({ run }: { run: RunRecord }) => {
    const { light, dark } = swatchOf(run, all);
    return {
      colour: Number.parseInt((prefersDark.peek() ? dark : light).slice(1), 16),
      words: visibleText(runName(run)),
    };
  };
  const { evaluation } = front.episode;
  return {
    generation: front.run.latest.peek()?.generation ?? 0,
    words: words.raceOf(listed(runners.map(({ run }) => runName(run)))),
    // The maximum, so that no newer clip interrupts the race.
    distance: Number.MAX_VALUE,
    fell: evaluation.ending === 'terminated',
    recording: front.recording,
    ghosts: [],
    race: { front: labelOf(front), others: others.map((each) => ({ ...labelOf(each), recording: each.recording })) },
  };
}

export interface RacePanelProps extends Pick<ToolProps, 'session' | 'stageController' | 'stageSelector'> {
  /** Two or more; the first one runs in front. */
  chosen: readonly RunRecord[];
  all: readonly RunRecord[];
}

/** Shows champions of several runs racing on the stage, with a table of distances. */
export function RacePanel({ session, stageController, stageSelector, chosen, all }: RacePanelProps) {
  const isBusy = useSignal(false);
  const ground = useSignal(0);
  const isOn = stageController.onStage.value?.race !== undefined;

  async function race(): Promise<void> {
    isBusy.value = true;
    try {
      const competitors = chosen.flatMap((run) => {
        const entry = raceEntryOf(run.championHistory);
        return entry ? [{ run, experiment: run.experiment.value, entry }] : [];
      });
      const seed = seedOf(competitors[0]?.experiment.seed ?? 0, 'race', ground.value++);
      results.value = await runRace(competitors, seed, session.simulate);
      const clip = raceClipOf(all, results.value);
      const [front] = competitors;
      const sequence: Sequence = async (_session, stage, show) => {
        stage.watch(clip);
        if (front?.run === session.current.peek()) show.at(front.entry.generation);
        while (clip && show.isOn()) await stage.queue(clip);
      };
      if (clip) stageSelector.playSequence(sequence);
    } catch {
      notify(words.noRace);
    } finally {
      isBusy.value = false;
    }
  }

  return (
    <section class="race" aria-label={words.race}>
      <div class="actions">
        <button type="button" class="primary" disabled={isBusy.value} onClick={race}>
          {isBusy.value ? words.racing : isOn ? words.raceAgain : words.race}
        </button>
        {isOn && (
          <button type="button" onClick={stageSelector.watchNewest}>
            {words.stopRace}
          </button>
        )}
      </div>
      {isOn ? <RaceTable all={all} stageController={stageController} /> : <p class="note">{words.raceAbout}</p>}
    </section>
  );
}

/** Distances of all runners, now and at the end. */
function RaceTable({ all, stageController }: Pick<RacePanelProps, 'all' | 'stageController'>) {
  const time = stageController.time.value;
  const rows = results.value;
  const here = rows.map((each) => ('recording' in each ? distanceAt(each.recording, time) : Number.NEGATIVE_INFINITY));
  const first = Math.max(...here);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.runner}</th>
          <th scope="col">{words.distanceNow}</th>
          <th scope="col">{words.distance}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((each, i) => (
          <tr key={each.run.id} class={here[i] === first ? 'leads' : undefined}>
            <th scope="row">
              <Stroke run={each.run} all={all} /> <FileText text={runName(each.run)} />
            </th>
            {'recording' in each ? (
              <>
                <td>{metres(here[i] ?? 0)}</td>
                <td>
                  {metres(each.episode.evaluation.metrics.distance)}{' '}
                  <small>{each.episode.evaluation.ending === 'terminated' ? words.fell : words.stays}</small>
                </td>
              </>
            ) : (
              <td colSpan={2}>
                <SentenceText text={each.fault} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
