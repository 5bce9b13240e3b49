import { computed, effect } from '@preact/signals';
import { frameAt } from '../../view/pose.ts';
import { prefersReducedMotion } from '../browser/preferences.ts';
import type { Session } from '../session/session.ts';
import { overlayToggles } from './overlay-toggles.ts';
import { flagDistance, flagWords } from './record-flag.ts';
import type { StageController } from './stage-controller.ts';
import type { StageSelector } from './stage-selector.ts';

/** A record is celebrated if it exceeds the one celebrated before by this factor: at first each generation breaks one. */
const MARGIN = 1.1;
/** Distance before the flag at which it is reached, metres: the flag is at the rounded record. */
const REACH = 0.1;

/**
 * Shows the flag at the record, and celebrates a record once, when its creature arrives there on the stage: with confetti and
 * dust, unless reduced motion is preferred, and with a cheer if the viewer has switched on sound.
 */
export function celebrateRecords(session: Session, stageController: StageController, { mode }: StageSelector): void {
  const { dataset } = document.documentElement;
  let celebrated = 0;
  let count = 0;
  const distance = computed(() => flagDistance(session));
  const words = computed(() => flagWords(distance.value));
  effect(() => stageController.setFlag(distance.value, words.value));
  effect(() => {
    // A run that is continued has been celebrated.
    celebrated = session.current.value.best.peek() ?? 0;
  });
  effect(() => {
    const time = stageController.frameTime.value;
    const clip = stageController.onStage.peek();
    const record = distance.value;
    if (clip === undefined || record === undefined || record < MARGIN * celebrated) return;
    if (clip.distance < record - REACH || !['live', 'watch'].includes(mode.peek())) return;
    const { recording } = clip;
    const { poses, plan } = recording;
    const reached = poses[3 * plan.parts.length * frameAt(recording, time)]! - poses[0]!;
    if (reached < record - REACH) return;
    celebrated = record;
    dataset.celebrations = String(++count);
    if (!prefersReducedMotion.peek()) stageController.stage.peek()?.celebrate();
    if (overlayToggles.peek().sound) void import('./cheer.ts').then(({ cheer }) => cheer());
  });
}
