import { signal } from '@preact/signals';
import type { ReplayBundle } from '../../../format/bundle-document.ts';
import type { Act } from '../../../view/playback.ts';
import { colourOf, FRONT } from '../../../view/race-colours.ts';
import { noteOrigin, originOf } from '../../stage/origin.ts';
import type { Sequence } from '../../stage/sequence.ts';
import type { ToolProps } from '../../tool.ts';
import { type Checked, checked } from './check.ts';
import { bestOf } from './entry.ts';
import { words } from './words.ts';

/** What was opened last: from the library, by a link, out of a file. */
export interface OpenedReplay {
  piece: ReplayBundle;
  name: string;
  /** Of its entry in the library; empty for who is not kept. */
  id: string;
  /** Whether it came as a challenge. */
  isChallenge: boolean;
  /** Of each scene, as far as they were lived again. */
  checks: readonly Checked[];
  /** Why it cannot be lived, in a sentence. */
  fault: string;
}

export const openedReplay = signal<OpenedReplay | undefined>(undefined);

/** Of entries that were lived again since the page was opened, whether they were the same. */
export const verdicts = signal<ReadonlyMap<string, boolean>>(new Map());

/** Who has the stage to show. */
export type StageAccess = Pick<ToolProps, 'session' | 'stageSelector'>;

/** Seconds of a film's scene that are shown. */
const SCENE = 4;

function clipped(act: Act): Act {
  const { recording } = act;
  const frameCount = Math.min(recording.frameCount, Math.ceil(SCENE / recording.frameTimestep));
  const scene = { ...recording, frameCount };
  const origin = originOf(recording);
  if (origin) noteOrigin(scene, origin);
  return { ...act, recording: scene };
}

/** All on one ground, the first in front. */
function raceAct(checks: readonly Checked[]): Act | undefined {
  const runners = checks.flatMap(({ act, replay }) =>
    act ? [{ act, name: nameOf(replay.experiment.title, replay.generation) }] : [],
  );
  const [front, ...others] = runners;
  return (
    front && {
      ...front.act,
      words: words.raceOf(runners.map(({ name }) => name)),
      // Nothing newer goes so far that it would push a race off the stage.
      distance: Number.MAX_VALUE,
      race: {
        front: { colour: FRONT, words: front.name },
        others: others.map(({ act, name }, i) => ({ recording: act.recording, colour: colourOf(i), words: name })),
      },
    }
  );
}

const nameOf = (title: string, generation: number) => title || words.generation(generation);

/** A film shows each scene as soon as it was lived again; a race begins when all were. */
function programFor(kind: ReplayBundle['kind'], scenes: readonly Promise<Checked>[]): Sequence {
  if (kind === 'film') {
    return async (_, stageController, show) => {
      for (const [i, scene] of scenes.entries()) {
        const { act } = await scene;
        if (!show.isOn()) return;
        if (act === undefined) continue;
        if (i === 0) stageController.watch(clipped(act));
        else await stageController.queue(clipped(act));
      }
    };
  }
  return async (_, stageController, show) => {
    const act = raceAct(await Promise.all(scenes));
    if (act && show.isOn()) stageController.watch(act);
    while (act && show.isOn()) await stageController.queue(act);
  };
}

/** Remembers what came out, and says it on the document for whoever watches from outside. */
function tell({ piece, checks, fault, id }: OpenedReplay): void {
  const { dataset } = document.documentElement;
  const isDone = checks.length === piece.scenes.length;
  const isSame = checks.every(({ isVerified }) => isVerified);
  dataset.replay = fault !== '' ? 'fault' : !isDone ? 'checking' : isSame ? 'verified' : 'parted';
  if (isDone && id !== '') verdicts.value = new Map(verdicts.value).set(id, isSame);
  const [first] = checks;
  if (first) dataset.replayDistance = String(first.act?.distance);
}

/** Lives a piece again, compares, and shows it on the stage. */
export async function open(
  { session, stageSelector }: StageAccess,
  piece: ReplayBundle,
  { name, id, isChallenge = false }: Pick<OpenedReplay, 'name' | 'id'> & { isChallenge?: boolean },
): Promise<void> {
  let now: OpenedReplay = { piece, name, id, isChallenge, checks: [], fault: '' };
  const say = (more: Partial<OpenedReplay>) => {
    const isMine = openedReplay.peek() === now;
    now = { ...now, ...more };
    if (!isMine) return;
    openedReplay.value = now;
    tell(now);
  };
  openedReplay.value = now;
  tell(now);
  const inTurn = (before: Promise<unknown>, scene: ReplayBundle['scenes'][number]) =>
    before.then(async () => {
      const who = piece.kind === 'replay' ? name : nameOf(scene.experiment.title, scene.generation);
      const check = await checked(scene, session.live, who);
      say({ checks: [...now.checks, check] });
      return check;
    });
  let last: Promise<unknown> = Promise.resolve();
  const scenes = piece.scenes.map((scene) => {
    const next = inTurn(last, scene);
    last = next;
    return next;
  });
  if (piece.kind !== 'replay') {
    stageSelector.show((...stage) => programFor(piece.kind, scenes)(...stage).catch(() => {}));
  }
  try {
    const [first] = await Promise.all(scenes);
    if (piece.kind === 'replay' && first?.act && openedReplay.peek() === now) stageSelector.guest(first.act);
  } catch (error) {
    say({ fault: `${words.noLife} ${error instanceof Error ? error.message : error}.` });
  }
}

/** Of what is opened, who would be challenged or evolved on from. */
export const mainSceneOf = ({ piece, checks }: Pick<OpenedReplay, 'piece' | 'checks'>): Checked | undefined =>
  checks.find(({ replay }) => replay === bestOf(piece)) ?? checks[0];

/** Whether what is opened is what the stage shows. */
export const isShowing = ({ checks }: OpenedReplay, act: Act | undefined): boolean =>
  act !== undefined && checks.some((check) => check.act?.recording === act.recording);
