import type { Clip } from '../../view/playback.ts';
import { count, metres } from '../amounts.ts';
import type { Session } from '../session/session.ts';
import { companion } from '../stage/companion.ts';
import { farthestGeneration } from '../stage/farthest-generation.ts';
import type { StageSelector } from '../stage/stage-selector.ts';
import { strings } from '../strings.ts';

/** A fall is explained when the best got this many times as far, and at least this many metres farther. */
const WORSE = 1.5;
const METRES = 2;

type Mode = StageSelector['mode']['value'];

/** Why a champion falls although an earlier one got much farther; empty if that is not so. */
export function whyWorse(session: Session, { generation, distance, fell }: Clip): string {
  const { best, experiment } = session;
  const farthest = best.value ?? 0;
  if (!fell || experiment.value.task.name === 'jump') return '';
  if (generation <= (farthestGeneration(session) ?? generation)) return '';
  if (farthest < WORSE * distance || farthest < distance + METRES) return '';
  const isNew = experiment.value.run.championGrounds === 'new';
  return isNew ? strings.newGround(metres(farthest)) : strings.otherBrain(metres(farthest));
}

/** Which generation is on the stage, and how far learning is meanwhile. */
export function SeenLine({ clip, session, mode }: { clip: Clip | undefined; session: Session; mode: Mode }) {
  const last = session.latest.value?.generation;
  if (clip === undefined || last === undefined || clip === companion.value?.clip) return <p class="seen" />;
  const learning = session.isLearning.value ? strings.learningAt(count(last)) : strings.learningWaits(count(last));
  const isOwn = mode === 'live' || mode === 'watch' || mode === 'film' || mode === 'crowd';
  const seen = !isOwn || clip.generation === last ? '' : strings.replaying(count(clip.generation));
  const why = isOwn && mode !== 'crowd' ? whyWorse(session, clip) : '';
  return (
    <p class="seen">
      <span>{`${seen} ${learning}`.trim()}</span> {why && <span class="why-worse">{why}</span>}
    </p>
  );
}
