import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { lifeOf } from '../../../run/chronicle.ts';
import { insideOf, openly } from '../../../run/inside.ts';
import type { Act } from '../../../view/playback.ts';
import { isSameLife, type Mind, mindOf } from '../../net/net-activity.ts';
import type { Session } from '../../session/session.ts';
import type { Theatre } from '../../stage/stage-controller.ts';

/** Looks into the brain of whoever is on the stage. */
export interface Onlooker {
  readonly mind: ReadonlySignal<Mind | undefined>;
  close(): void;
}

/** The champion of a generation lives its life once more, the same to the last bit, and this time its brain is told. */
async function lookInto(session: Session, act: Act): Promise<Mind | undefined> {
  const entry = session.chronicle.at(act.generation);
  if (entry === undefined) return undefined;
  const batch = openly(lifeOf(session.experiment.value, entry));
  const [life] = await session.live(batch);
  if (life === undefined) return undefined;
  const isSeen = life.recording !== undefined && act.crowd === undefined && isSameLife(act.recording, life.recording);
  return mindOf(entry.generation, insideOf(batch, life), isSeen ? act.recording : undefined);
}

/** @param isAway while it is true whoever comes on is somebody else's concern. */
export function createOnlooker(session: Session, theatre: Theatre, isAway: () => boolean): Onlooker {
  const mind = signal<Mind | undefined>(undefined);
  let wanted: Act | undefined;
  let isBusy = false;
  let isClosed = false;

  async function serve(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (wanted !== undefined && !isClosed) {
      const act = wanted;
      wanted = undefined;
      const seen = await lookInto(session, act).catch(() => undefined);
      // Another run may have begun meanwhile.
      if (seen !== undefined && theatre.onStage.peek() !== undefined) mind.value = seen;
    }
    isBusy = false;
  }

  const stop = effect(() => {
    const act = theatre.onStage.value;
    if (act === undefined) mind.value = undefined;
    if (act === undefined || isAway()) return;
    wanted = act;
    void serve();
  });
  return {
    mind,
    close() {
      isClosed = true;
      stop();
    },
  };
}
