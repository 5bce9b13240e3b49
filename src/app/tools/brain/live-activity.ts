import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { episodeBatch } from '../../../run/champion-history.ts';
import { activationsFor, withActivations } from '../../../run/with-activations.ts';
import type { Act } from '../../../view/playback.ts';
import { isSameEpisode, type NetActivity, netActivityOf } from '../../net/net-activity.ts';
import type { Session } from '../../session/session.ts';
import type { StageController } from '../../stage/stage-controller.ts';

/** Looks into the brain of whoever is on the stage. */
export interface LiveActivity {
  readonly mind: ReadonlySignal<NetActivity | undefined>;
  close(): void;
}

/** The champion of a generation lives its life once more, the same to the last bit, and this time its brain is told. */
async function lookInto(session: Session, act: Act): Promise<NetActivity | undefined> {
  const entry = session.championHistory.at(act.generation);
  if (entry === undefined) return undefined;
  const batch = withActivations(episodeBatch(session.experiment.value, entry));
  const [life] = await session.live(batch);
  if (life === undefined) return undefined;
  const isSeen =
    life.recording !== undefined && act.crowd === undefined && isSameEpisode(act.recording, life.recording);
  return netActivityOf(entry.generation, activationsFor(batch, life), isSeen ? act.recording : undefined);
}

/** @param isAway while it is true whoever comes on is somebody else's concern. */
export function createLiveActivity(
  session: Session,
  stageController: StageController,
  isAway: () => boolean,
): LiveActivity {
  const mind = signal<NetActivity | undefined>(undefined);
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
      if (seen !== undefined && stageController.onStage.peek() !== undefined) mind.value = seen;
    }
    isBusy = false;
  }

  const stop = effect(() => {
    const act = stageController.onStage.value;
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
