import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type ChampionEntry, episodeBatch } from '../../../run/champion-history.ts';
import { activationsFor, withActivations } from '../../../run/with-activations.ts';
import type { Clip } from '../../../view/playback.ts';
import { metres } from '../../amounts.ts';
import { type NetActivity, netActivityOf } from '../../net/net-activity.ts';
import type { Session } from '../../session/session.ts';
import { openStrip } from '../../stage/film-strip.ts';
import { NetThumb } from './net-thumb.tsx';
import { untrainedGenome } from './untrained.ts';
import { words } from './words.ts';

/** One of the two brains with its episode. */
interface Walker {
  title: string;
  about: string;
  clip: Clip;
  activity: NetActivity;
}

async function walkerOf(
  session: Session,
  title: string,
  about: string,
  entry: ChampionEntry,
  under: number,
): Promise<Walker> {
  const batch = withActivations(episodeBatch(session.experiment.value, entry, { under }));
  const { recording, evaluation, ...episode } = (await session.simulate(batch))[0]!;
  if (recording === undefined) throw new Error('this episode has no recording');
  const clip: Clip = {
    generation: entry.generation,
    words: `${title}, ${about}`,
    distance: evaluation.metrics.distance,
    fell: evaluation.ending === 'terminated',
    recording,
    ghosts: [],
  };
  return { title, about, clip, activity: netActivityOf(entry.generation, activationsFor(batch, episode), recording) };
}

/** An untrained brain and the newest champion, on the champion's ground. */
async function walkersOf(session: Session): Promise<Walker[]> {
  const newest = session.championHistory.entries.at(-1);
  if (newest === undefined) return [];
  const { generation } = newest;
  const untrained = { ...newest, generation: 0, genome: untrainedGenome(session.experiment.value), statistics: null };
  return Promise.all([
    walkerOf(session, words.newborn, words.newbornAbout, untrained, generation),
    walkerOf(session, words.trained, words.trainedAbout(generation), newest, generation),
  ]);
}

/** An untrained and a trained brain side by side at the same time, each above a picture of its net. */
export function PairView({ session, newest }: { session: Session; newest: ReadonlySignal<number | undefined> }) {
  const host = useRef<HTMLDivElement>(null);
  const pair = useSignal<readonly Walker[]>([]);
  const distances = useSignal<readonly number[]>([]);
  const moment = useSignal(0);
  const requested = useSignal(0);
  const walkers = pair.value;
  const isWaiting = newest.value === undefined;

  useEffect(() => {
    if (isWaiting) return;
    let isGone = false;
    walkersOf(session).then(
      (found) => {
        if (!isGone) pair.value = found;
      },
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [session, pair, isWaiting, requested.value]);

  useEffect(() => {
    if (!host.current || walkers.length === 0) return;
    return openStrip(
      host.current,
      walkers.map(({ clip }) => clip),
      (each, time) => {
        distances.value = each;
        moment.value = time;
      },
    );
  }, [walkers, distances, moment]);

  const trained = walkers[1]?.activity.generation;
  return (
    <div class="pair">
      <p class="about">{words.pairAbout}</p>
      <div class="walkers" ref={host}>
        {walkers.map(({ title, about }, i) => (
          <figure key={title}>
            <figcaption>
              <b>{title}</b>
              <span>{about}</span>
            </figcaption>
            <output aria-label={`${title}: ${words.distance}`}>{metres(distances.value[i] ?? 0)}</output>
          </figure>
        ))}
      </div>
      <div class="nets">
        {walkers.map(({ title, activity }) => (
          <NetThumb key={title} title={title} activity={activity} moment={moment} />
        ))}
      </div>
      {trained !== undefined && (newest.value ?? 0) > trained && (
        <div class="buttons">
          <button
            type="button"
            onClick={() => {
              requested.value++;
            }}
          >
            {words.takeNewest}
          </button>
        </div>
      )}
    </div>
  );
}
