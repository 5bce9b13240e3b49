import { bundleOf, MAX_SCENES, type ReplayBundle } from '../../../format/bundle-document.ts';
import { effectiveAt } from '../../../run/amend.ts';
import { championOf } from '../../../run/champion.ts';
import { crossTaskRun } from '../../../run/cross-task-run.ts';
import { bodyOf } from '../../../run/experiment.ts';
import { type Replay, replayOf } from '../../../run/replay.ts';
import type { Episode } from '../../../sim/rollout.ts';
import type { Clip } from '../../../view/playback.ts';
import type { Session } from '../../session/session.ts';
import { creatureColour } from '../../stage/creature-colour.ts';
import { farthestGeneration } from '../../stage/farthest-generation.ts';
import { type Origin, originOf } from '../../stage/origin.ts';
import { spaced } from '../../stage/spaced-generations.ts';
import { words } from './words.ts';

/** Number of scenes of a film. */
const FILM_SCENES = 12;

/** Simulates the tests of a genome with recording and hash trace. Rejects when a simulation fails. */
async function replayFrom(simulate: Session['simulate'], origin: Omit<Origin, 'subject'>): Promise<Replay> {
  const { experiment, generation, genome, statistics, seeds } = origin;
  const requests = seeds.map((seed, i) => ({ genome, seed, statistics, record: i === 0, trace: true }));
  const episodes: Episode[] = [];
  for (const request of requests) {
    episodes.push(...(await simulate({ experiment: effectiveAt(experiment, generation), requests: [request] })));
  }
  const champion = championOf(generation, requests, episodes);
  if (champion === undefined) throw new Error(words.broke);
  const amendments = experiment.amendments.filter((each) => each.generation <= generation);
  const colour = origin.colour ?? creatureColour.peek();
  return { ...replayOf({ ...experiment, amendments }, champion), ...(colour !== undefined && { colour }) };
}

/** The origin of the clip on the stage, if it is known: what is needed to simulate it again. */
export const originOnStage = (clip: Clip | undefined): Origin | undefined => clip && originOf(clip.recording);

/** The origin of the run's farthest champion, whatever is on the stage. */
export function bestOrigin(session: Session): Origin | undefined {
  const generation = farthestGeneration(session);
  const entry = generation === undefined ? undefined : session.championHistory.at(generation);
  return entry && { ...entry, experiment: session.experiment.peek(), subject: words.generation(entry.generation) };
}

/** A replay of the creature on the stage, with all of its tests, and its name. */
export async function bundleShown(session: Session, origin: Origin): Promise<{ bundle: ReplayBundle; name: string }> {
  const { experiment, generation, genome, seeds, subject } = origin;
  const known = session.championHistory.at(generation);
  const isChampion = known?.genome === genome;
  const replay = await replayFrom(session.simulate, { ...origin, seeds: isChampion ? known.seeds : seeds });
  const body = bodyOf(experiment).title;
  const isPlain = isChampion || subject === words.generation(generation);
  const name = isPlain ? words.replayName(body, generation) : words.memberName(body, subject, generation);
  return { bundle: bundleOf(replay), name };
}

/** A film of champions from the first generation to the newest, each in its first test. */
export async function bundleFilm(session: Session): Promise<ReplayBundle> {
  const experiment = session.experiment.peek();
  const entries = spaced(session.latest.peek()?.generation ?? 0, FILM_SCENES).map((at) =>
    session.championHistory.at(at),
  );
  const scenes: Replay[] = [];
  for (const entry of new Set(entries)) {
    if (entry)
      scenes.push(await replayFrom(session.simulate, { ...entry, experiment, seeds: entry.seeds.slice(0, 1) }));
  }
  if (scenes.length === 0) throw new Error(words.keepNobody);
  return { kind: 'film', title: '', scenes };
}

/** A race of several replays on the ground of the first. Rejects with a sentence when one of them cannot run there. */
export async function bundleRace(
  simulate: Session['simulate'],
  runners: readonly { name: string; replay: Replay }[],
): Promise<ReplayBundle> {
  if (runners.length > MAX_SCENES) throw new Error(words.tooMany(MAX_SCENES));
  const [host] = runners as [(typeof runners)[number]];
  const seed = host.replay.tests[0]?.seed ?? 0;
  const scenes: Replay[] = [];
  for (const { name, replay } of runners) {
    const batch = crossTaskRun(
      { experiment: replay.experiment, entry: replay },
      { experiment: host.replay.experiment, entry: host.replay },
      seed,
    );
    if (typeof batch === 'string') throw new Error(`${name}: ${batch}`);
    const experiment = { ...batch.experiment, amendments: [], title: name };
    scenes.push(await replayFrom(simulate, { ...replay, experiment, seeds: [seed] }));
  }
  return { kind: 'race', title: '', scenes };
}
