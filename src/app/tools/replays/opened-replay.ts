import { signal } from '@preact/signals';
import type { ReplayBundle } from '../../../format/bundle-document.ts';
import { visibleText } from '../../../format/visible-text.ts';
import type { Clip } from '../../../view/playback.ts';
import { FRONT_COLOUR, raceColour } from '../../../view/race-colours.ts';
import type { Sequence } from '../../stage/sequence.ts';
import { trimClip } from '../../stage/trim-clip.ts';
import type { ToolProps } from '../../tool.ts';
import { sentenceOf } from '../../widgets/error-sentence.ts';
import { type CheckedReplay, checkReplay } from './check-replay.ts';
import { farthestScene } from './library-entry.ts';
import { words } from './words.ts';

/** The replay that was opened last: from the library, by a link, or from a file. */
export interface OpenedReplay {
  bundle: ReplayBundle;
  name: string;
  /** Id of its library entry; empty when it is not saved. */
  id: string;
  /** Whether it was opened by a challenge link. */
  isChallenge: boolean;
  /** The checks of its scenes that are done. */
  checks: readonly CheckedReplay[];
  /** Why it cannot be simulated, as a sentence; empty if it can. */
  fault: string;
}

export const openedReplay = signal<OpenedReplay | undefined>(undefined);

/** Whether the resimulation equalled the replay, by entry id, for entries checked since the page was opened. */
export const verdicts = signal<ReadonlyMap<string, boolean>>(new Map());

/** What is needed to show a clip. */
export type StageAccess = Pick<ToolProps, 'session' | 'stageSelector'>;

/** All scenes as one race, the first in front. */
function raceClip(checks: readonly CheckedReplay[]): Clip | undefined {
  const runners = checks.flatMap(({ clip, replay }) =>
    clip ? [{ clip, name: visibleText(nameOf(replay.experiment.title, replay.generation)) }] : [],
  );
  const [front, ...others] = runners;
  return (
    front && {
      ...front.clip,
      words: words.raceOf(runners.map(({ name }) => name)),
      // The maximum, so that no newer clip interrupts the race.
      distance: Number.MAX_VALUE,
      race: {
        front: { colour: front.clip.colour ?? FRONT_COLOUR, words: front.name },
        others: others.map(({ clip, name }, i) => ({ recording: clip.recording, colour: raceColour(i), words: name })),
      },
    }
  );
}

const nameOf = (title: string, generation: number) => title || words.generation(generation);

/** A film shows each scene as soon as it is checked; a race begins when all are. */
function sequenceFor(kind: ReplayBundle['kind'], scenes: readonly Promise<CheckedReplay>[]): Sequence {
  if (kind === 'film') {
    return async (_, stageController, show) => {
      for (const [i, scene] of scenes.entries()) {
        const { clip } = await scene;
        if (!show.isOn()) return;
        if (clip === undefined) continue;
        if (i === 0) stageController.watch(trimClip(clip));
        else await stageController.queue(trimClip(clip));
      }
    };
  }
  return async (_, stageController, show) => {
    const clip = raceClip(await Promise.all(scenes));
    if (clip && show.isOn()) stageController.watch(clip);
    while (clip && show.isOn()) await stageController.queue(clip);
  };
}

/** Records the verdict, also as attributes of the document for tests. */
function publish({ bundle, checks, fault, id }: OpenedReplay): void {
  const { dataset } = document.documentElement;
  const isDone = checks.length === bundle.scenes.length;
  const isSame = checks.every(({ isVerified }) => isVerified);
  dataset.replay = fault !== '' ? 'fault' : !isDone ? 'checking' : isSame ? 'verified' : 'different';
  if (isDone && id !== '') verdicts.value = new Map(verdicts.value).set(id, isSame);
  const [first] = checks;
  if (first) dataset.replayDistance = String(first.clip?.distance);
}

/** Resimulates a bundle, compares, and shows it on the stage. */
export async function openReplay(
  { session, stageSelector }: StageAccess,
  bundle: ReplayBundle,
  { name, id, isChallenge = false }: Pick<OpenedReplay, 'name' | 'id'> & { isChallenge?: boolean },
): Promise<void> {
  let now: OpenedReplay = { bundle, name, id, isChallenge, checks: [], fault: '' };
  const update = (more: Partial<OpenedReplay>) => {
    const isMine = openedReplay.peek() === now;
    now = { ...now, ...more };
    if (!isMine) return;
    openedReplay.value = now;
    publish(now);
  };
  openedReplay.value = now;
  publish(now);
  const inTurn = (before: Promise<unknown>, scene: ReplayBundle['scenes'][number]) =>
    before.then(async () => {
      const subject = bundle.kind === 'replay' ? name : nameOf(scene.experiment.title, scene.generation);
      const check = await checkReplay(scene, session.simulate, subject);
      update({ checks: [...now.checks, check] });
      return check;
    });
  let last: Promise<unknown> = Promise.resolve();
  const scenes = bundle.scenes.map((scene) => {
    const next = inTurn(last, scene);
    last = next;
    return next;
  });
  if (bundle.kind !== 'replay') {
    stageSelector.playSequence((...stage) => sequenceFor(bundle.kind, scenes)(...stage).catch(() => {}));
  }
  try {
    const [first] = await Promise.all(scenes);
    if (bundle.kind === 'replay' && first?.clip && openedReplay.peek() === now) stageSelector.showOther(first.clip);
  } catch (error) {
    update({ fault: `${words.noLife} ${sentenceOf(error)}` });
  }
}

/** The scene that a challenge or a further run uses: the farthest one. */
export const mainSceneOf = ({ bundle, checks }: Pick<OpenedReplay, 'bundle' | 'checks'>): CheckedReplay | undefined =>
  checks.find(({ replay }) => replay === farthestScene(bundle)) ?? checks[0];

/** Whether the stage shows the opened replay. */
export const isShowing = ({ checks }: OpenedReplay, clip: Clip | undefined): boolean =>
  clip !== undefined && checks.some((check) => check.clip?.recording === clip.recording);
