import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { episodeBatch } from '../../../run/champion-history.ts';
import { activationsFor, withActivations } from '../../../run/with-activations.ts';
import type { Act } from '../../../view/playback.ts';
import { isSameEpisode, type NetActivity, netActivityOf } from '../../net/net-activity.ts';
import type { Session } from '../../session/session.ts';
import type { StageController } from '../../stage/stage-controller.ts';

/** The activations of the brain of the creature on the stage. */
export interface LiveActivity {
  readonly activity: ReadonlySignal<NetActivity | undefined>;
  close(): void;
}

/** Simulates the episode of a generation's champion again, bit for bit the same, and records its activations. */
async function activityOf(session: Session, act: Act): Promise<NetActivity | undefined> {
  const entry = session.championHistory.at(act.generation);
  if (entry === undefined) return undefined;
  const batch = withActivations(episodeBatch(session.experiment.value, entry));
  const [episode] = await session.simulate(batch);
  if (episode === undefined) return undefined;
  const { recording } = episode;
  const isShown = recording !== undefined && act.crowd === undefined && isSameEpisode(act.recording, recording);
  return netActivityOf(entry.generation, activationsFor(batch, episode), isShown ? act.recording : undefined);
}

/** @param isPaused while it returns true, new acts are ignored */
export function createLiveActivity(
  session: Session,
  stageController: StageController,
  isPaused: () => boolean,
): LiveActivity {
  const activity = signal<NetActivity | undefined>(undefined);
  let wanted: Act | undefined;
  let isBusy = false;
  let isClosed = false;

  /** Handles the latest act that was requested, one at a time. */
  async function process(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (wanted !== undefined && !isClosed) {
      const act = wanted;
      wanted = undefined;
      const seen = await activityOf(session, act).catch(() => undefined);
      // Another run may have begun meanwhile.
      if (seen !== undefined && stageController.onStage.peek() !== undefined) activity.value = seen;
    }
    isBusy = false;
  }

  const stop = effect(() => {
    const act = stageController.onStage.value;
    if (act === undefined) activity.value = undefined;
    if (act === undefined || isPaused()) return;
    wanted = act;
    void process();
  });
  return {
    activity,
    close() {
      isClosed = true;
      stop();
    },
  };
}
