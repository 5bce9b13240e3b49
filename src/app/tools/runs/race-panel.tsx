import { signal, useSignal } from '@preact/signals';
import { seedOf } from '../../../math/rng.ts';
import type { Act } from '../../../view/playback.ts';
import { metres } from '../../amounts.ts';
import { prefersDark } from '../../browser/preferences.ts';
import type { RunRecord } from '../../session/run-record.ts';
import type { Sequence } from '../../stage/sequence.ts';
import type { ToolProps } from '../../tool.ts';
import { notify } from '../../widgets/notice.tsx';
import { bestOf, distanceAt, type Result, raced } from './race.ts';
import { listed, runName } from './run-name.ts';
import { Stroke } from './stroke.tsx';
import { swatchOf } from './swatch.ts';
import { words } from './words.ts';

type Results = readonly Result<RunRecord>[];

/** What the race on the stage came to; kept while the tool is closed. */
const results = signal<Results>([]);

/** The race as an act: the first one in front, as itself, and the others in the colours of their lines. */
function actOfRace(all: readonly RunRecord[], came: Results): Act | undefined {
  const runners = came.flatMap((each) => ('recording' in each ? [each] : []));
  const [front, ...others] = runners;
  if (front === undefined) return undefined;
  const inked = ({ run }: { run: RunRecord }) => {
    const { light, dark } = swatchOf(run, all);
    return { colour: Number.parseInt((prefersDark.peek() ? dark : light).slice(1), 16), words: runName(run) };
  };
  const { evaluation } = front.life;
  return {
    generation: front.run.latest.peek()?.generation ?? 0,
    words: words.raceOf(listed(runners.map(({ run }) => runName(run)))),
    // Nothing newer goes so far that it would push a race off the stage.
    distance: Number.MAX_VALUE,
    fell: evaluation.ending === 'terminated',
    recording: front.recording,
    ghosts: [],
    race: { front: inked(front), others: others.map((each) => ({ ...inked(each), recording: each.recording })) },
  };
}

export interface RacePanelProps extends Pick<ToolProps, 'session' | 'stageController' | 'stageSelector'> {
  /** Two or more, the one in front first. */
  chosen: readonly RunRecord[];
  all: readonly RunRecord[];
}

/** Lets champions of several runs race on the stage, and says who gets how far. */
export function RacePanel({ session, stageController, stageSelector, chosen, all }: RacePanelProps) {
  const isBusy = useSignal(false);
  const ground = useSignal(0);
  const isOn = stageController.onStage.value?.race !== undefined;

  async function race(): Promise<void> {
    isBusy.value = true;
    try {
      const contestants = chosen.flatMap((run) => {
        const entry = bestOf(run.championHistory);
        return entry ? [{ run, experiment: run.experiment.value, entry }] : [];
      });
      const seed = seedOf(contestants[0]?.experiment.seed ?? 0, 'race', ground.value++);
      results.value = await raced(contestants, seed, session.live);
      const act = actOfRace(all, results.value);
      const [front] = contestants;
      const program: Sequence = async (_session, stage, show) => {
        stage.watch(act);
        if (front?.run === session.current.peek()) show.at(front.entry.generation);
        while (act && show.isOn()) await stage.queue(act);
      };
      if (act) stageSelector.show(program);
    } catch {
      notify(words.noRace);
    } finally {
      isBusy.value = false;
    }
  }

  return (
    <section class="race" aria-label={words.race}>
      <div class="deeds">
        <button type="button" class="primary" disabled={isBusy.value} onClick={race}>
          {isBusy.value ? words.racing : isOn ? words.raceAgain : words.race}
        </button>
        {isOn && (
          <button type="button" onClick={stageSelector.live}>
            {words.stopRace}
          </button>
        )}
      </div>
      {isOn ? <Table all={all} stageController={stageController} /> : <p class="note">{words.raceAbout}</p>}
    </section>
  );
}

/** Who is where now, and in the end. */
function Table({ all, stageController }: Pick<RacePanelProps, 'all' | 'stageController'>) {
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
              <Stroke run={each.run} all={all} /> {runName(each.run)}
            </th>
            {'recording' in each ? (
              <>
                <td>{metres(here[i] ?? 0)}</td>
                <td>
                  {metres(each.life.evaluation.metrics.distance)}{' '}
                  <small>{each.life.evaluation.ending === 'terminated' ? words.fell : words.stays}</small>
                </td>
              </>
            ) : (
              <td colSpan={2}>{each.fault}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
