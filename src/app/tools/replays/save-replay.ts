import { bundleOf, MAX_SCENES, type ReplayBundle } from '../../../format/bundle-document.ts';
import { effectiveAt } from '../../../run/amend.ts';
import { championOf } from '../../../run/champion.ts';
import { crossTaskRun } from '../../../run/cross-task-run.ts';
import { bodyOf } from '../../../run/experiment.ts';
import { type Replay, replayOf } from '../../../run/replay.ts';
import type { Episode } from '../../../sim/rollout.ts';
import type { Act } from '../../../view/playback.ts';
import type { Session } from '../../session/session.ts';
import { type Origin, originOf } from '../../stage/origin.ts';
import { spaced } from '../../stage/spaced-generations.ts';
import { words } from './words.ts';

/** Scenes of a film that is kept. */
const SCENES = 12;

/** Lives somebody's tests once more, recorded and with the state of every second. Rejects when one of them breaks. */
async function replayFrom(live: Session['live'], origin: Omit<Origin, 'who'>): Promise<Replay> {
  const { experiment, generation, genome, statistics, seeds } = origin;
  const requests = seeds.map((seed, i) => ({ genome, seed, statistics, record: i === 0, trace: true }));
  const lives: Episode[] = [];
  for (const request of requests) {
    lives.push(...(await live({ experiment: effectiveAt(experiment, generation), requests: [request] })));
  }
  const champion = championOf(generation, requests, lives);
  if (champion === undefined) throw new Error(words.broke);
  const amendments = experiment.amendments.filter((each) => each.generation <= generation);
  return replayOf({ ...experiment, amendments }, champion);
}

/** Whom the stage shows, if it is known what it takes to live that life again. */
export const shownOn = (act: Act | undefined): Origin | undefined => act && originOf(act.recording);

/** A replay of whom the stage shows, with all tests the run gave them; and what to call it. */
export async function keepShown(session: Session, origin: Origin): Promise<{ piece: ReplayBundle; name: string }> {
  const { experiment, generation, genome, seeds, who } = origin;
  const known = session.championHistory.at(generation);
  const isChampion = known?.genome === genome;
  const replay = await replayFrom(session.live, { ...origin, seeds: isChampion ? known.seeds : seeds });
  const body = bodyOf(experiment).title;
  const isPlain = isChampion || who === words.generation(generation);
  const name = isPlain ? words.replayName(body, generation) : words.memberName(body, who, generation);
  return { piece: bundleOf(replay), name };
}

/** Champions from the first generation to the newest, each in its first test. */
export async function keepFilm(session: Session): Promise<ReplayBundle> {
  const experiment = session.experiment.peek();
  const entries = spaced(session.latest.peek()?.generation ?? 0, SCENES).map((at) => session.championHistory.at(at));
  const scenes: Replay[] = [];
  for (const entry of new Set(entries)) {
    if (entry) scenes.push(await replayFrom(session.live, { ...entry, experiment, seeds: entry.seeds.slice(0, 1) }));
  }
  if (scenes.length === 0) throw new Error(words.keepNobody);
  return { kind: 'film', title: '', scenes };
}

/** A race of several by their names, all on the ground of the first. Rejects with a sentence when one of them cannot run there. */
export async function keepRace(
  live: Session['live'],
  runners: readonly { name: string; replay: Replay }[],
): Promise<ReplayBundle> {
  if (runners.length > MAX_SCENES) throw new Error(words.tooMany(MAX_SCENES));
  const [host] = runners as [(typeof runners)[number]];
  const seed = host.replay.tests[0]?.seed ?? 0;
  const scenes: Replay[] = [];
  for (const { name, replay } of runners) {
    const there = crossTaskRun(
      { experiment: replay.experiment, entry: replay },
      { experiment: host.replay.experiment, entry: host.replay },
      seed,
    );
    if (typeof there === 'string') throw new Error(`${name}: ${there}`);
    const experiment = { ...there.experiment, amendments: [], title: name };
    scenes.push(await replayFrom(live, { ...replay, experiment, seeds: [seed] }));
  }
  return { kind: 'race', title: '', scenes };
}
