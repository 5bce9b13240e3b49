import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { episodeBatch } from '../../../run/champion-history.ts';
import { activationsFor, withActivations } from '../../../run/with-activations.ts';
import type { Clip } from '../../../view/playback.ts';
import { isSameEpisode, type NetActivity, netActivityOf } from '../../net/net-activity.ts';
import type { Session } from '../../session/session.ts';
import type { StageController } from '../../stage/stage-controller.ts';

/** The activations of the brain of the creature on the stage. */
export interface LiveActivity {
  readonly activity: ReadonlySignal<NetActivity | undefined>;
  close(): void;
}

/** Simulates the champion's episode again, with the same bits, and records its activations. */
async function activityOf(session: Session, clip: Clip): Promise<NetActivity | undefined> {
  const entry = session.championHistory.at(clip.generation);
  if (entry === undefined) return undefined;
  const batch = withActivations(episodeBatch(session.experiment.value, entry));
  const [episode] = await session.simulate(batch);
  if (episode === undefined) return undefined;
  const { recording } = episode;
  const isShown = recording !== undefined && clip.crowd === undefined && isSameEpisode(clip.recording, recording);
  return netActivityOf(entry.generation, activationsFor(batch, episode), isShown ? clip.recording : undefined);
}

/** @param isPaused while it returns true, new clips are ignored */
export function createLiveActivity(
  session: Session,
  stageController: StageController,
  isPaused: () => boolean,
): LiveActivity {
  const activity = signal<NetActivity | undefined>(undefined);
  let wanted: Clip | undefined;
  let isBusy = false;
  let isClosed = false;

  /** Handles the latest clip that was requested, one at a time. */
  async function process(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (wanted !== undefined && !isClosed) {
      const clip = wanted;
      wanted = undefined;
      const seen = await activityOf(session, clip).catch(() => undefined);
      // Another run may have begun meanwhile.
      if (seen !== undefined && stageController.onStage.peek() !== undefined) activity.value = seen;
    }
    isBusy = false;
  }

  const stop = effect(() => {
    const clip = stageController.onStage.value;
    if (clip === undefined) activity.value = undefined;
    if (clip === undefined || isPaused()) return;
    wanted = clip;
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
