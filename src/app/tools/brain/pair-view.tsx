import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type ChampionEntry, episodeBatch } from '../../../run/champion-history.ts';
import { activationsFor, withActivations } from '../../../run/with-activations.ts';
import type { Episode } from '../../../sim/rollout.ts';
import type { Act } from '../../../view/playback.ts';
import { metres } from '../../amounts.ts';
import { type NetActivity, netActivityOf } from '../../net/net-activity.ts';
import type { Session } from '../../session/session.ts';
import { openStrip } from '../../stage/film-strip.ts';
import { NetThumb } from './net-thumb.tsx';
import { untrainedOf } from './newborn.ts';
import { words } from './words.ts';

/** One of the two: how it walks, and with what. */
interface Walker {
  title: string;
  about: string;
  act: Act;
  mind: NetActivity;
}

async function walkerOf(
  session: Session,
  title: string,
  about: string,
  entry: ChampionEntry,
  under: number,
): Promise<Walker> {
  const batch = withActivations(episodeBatch(session.experiment.value, entry, { under }));
  const { recording, evaluation, ...life } = (await session.live(batch))[0] as Episode;
  if (recording === undefined) throw new Error('this life left no recording');
  const act: Act = {
    generation: entry.generation,
    words: `${title}, ${about}`,
    distance: evaluation.metrics.distance,
    fell: evaluation.ending === 'terminated',
    recording,
    ghosts: [],
  };
  return { title, about, act, mind: netActivityOf(entry.generation, activationsFor(batch, life), recording) };
}

/** A newborn of generation 0 and the newest champion, on the champion's ground. */
async function castOf(session: Session): Promise<Walker[]> {
  const newest = session.championHistory.entries.at(-1);
  if (newest === undefined) return [];
  const { generation } = newest;
  const newborn = { ...newest, generation: 0, genome: untrainedOf(session.experiment.value), statistics: null };
  return Promise.all([
    walkerOf(session, words.newborn, words.newbornAbout, newborn, generation),
    walkerOf(session, words.trained, words.trainedAbout(generation), newest, generation),
  ]);
}

/** A random net and a trained one, walking side by side at the same moment, each over a picture of its brain. */
export function PairView({ session, newest }: { session: Session; newest: ReadonlySignal<number | undefined> }) {
  const host = useRef<HTMLDivElement>(null);
  const cast = useSignal<readonly Walker[]>([]);
  const distances = useSignal<readonly number[]>([]);
  const moment = useSignal(0);
  const asked = useSignal(0);
  const walkers = cast.value;
  const isWaiting = newest.value === undefined;

  useEffect(() => {
    if (isWaiting) return;
    let isGone = false;
    castOf(session).then(
      (found) => {
        if (!isGone) cast.value = found;
      },
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [session, cast, isWaiting, asked.value]);

  useEffect(() => {
    if (!host.current || walkers.length === 0) return;
    return openStrip(
      host.current,
      walkers.map(({ act }) => act),
      (each, time) => {
        distances.value = each;
        moment.value = time;
      },
    );
  }, [walkers, distances, moment]);

  const trained = walkers[1]?.mind.generation;
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
        {walkers.map(({ title, mind }) => (
          <NetThumb key={title} title={title} mind={mind} moment={moment} />
        ))}
      </div>
      {trained !== undefined && (newest.value ?? 0) > trained && (
        <div class="buttons">
          <button
            type="button"
            onClick={() => {
              asked.value++;
            }}
          >
            {words.takeNewest}
          </button>
        </div>
      )}
    </div>
  );
}
