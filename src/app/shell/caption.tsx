import type { ReadonlySignal } from '@preact/signals';
import { type SupportSettings, supportAt } from '../../sim/training.ts';
import { type Clip, clipDuration } from '../../view/playback.ts';
import { poseAt } from '../../view/pose.ts';
import { metres } from '../amounts.ts';
import type { Session } from '../session/session.ts';
import { companion } from '../stage/companion.ts';
import { originOf } from '../stage/origin.ts';
import type { StageController } from '../stage/stage-controller.ts';
import type { StageSelector } from '../stage/stage-selector.ts';
import { strings } from '../strings.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import { SeenLine } from './seen-line.tsx';

/** The sentence about a clip: how far it has got, and its result once it has ended. A race says from the start who runs. */
function sentenceAt(clip: Clip, time: number): string {
  const { recording, race, words } = clip;
  const origin = originOf(recording);
  if (race || origin === undefined || origin.experiment.task.name === 'jump') return words;
  if (time >= clipDuration(clip) - 0.05) return words;
  const distance = poseAt(recording, time)[0]! - recording.poses[0]!;
  return strings.soFar(origin.name ?? origin.subject, metres(Math.max(0, distance)));
}

/** A sentence about the stage, with its distance emphasised. */
function StageSentence({ onStage, time }: Pick<StageController, 'onStage' | 'time'>) {
  const clip = onStage.value;
  const words = clip ? sentenceAt(clip, time.value) : strings.waiting;
  const pieces = words.split(/(\d+(?:\.\d+)? m)(?=[ .,])/);
  return (
    // A new sentence is a new element, so that no words are seen moving about.
    <p class="deed" key={pieces[0]}>
      {pieces.map((piece, i) => (i % 2 === 1 ? <em key={piece}>{piece}</em> : <SentenceText key={i} text={piece} />))}
    </p>
  );
}

/** How much training holds the body upright by now; the creature on the stage never is. */
function SupportNote({ experiment, latest }: Session) {
  const task = experiment.value.task as Partial<SupportSettings>;
  const generation = latest.value?.generation ?? 0;
  const { support = 0, supportHold = 0, supportDecay = 0, supportEnd = 0 } = task;
  const strength = supportAt({ support, supportHold, supportDecay, supportEnd }, generation);
  return strength > 0 ? <p class="support">{strings.support(Math.round(100 * strength), supportEnd)}</p> : null;
}

/** What the trained creature is, while it is on the stage. */
function CompanionNote({ onStage }: { onStage: ReadonlySignal<Clip | undefined> }) {
  const clip = onStage.value;
  const isPreview = clip !== undefined && clip === companion.value?.clip;
  if (!isPreview && clip?.companion === undefined) return null;
  return <p class="support companion">{isPreview ? strings.previewAbout : strings.companionAbout}</p>;
}

export interface CaptionProps {
  stageController: StageController;
  stageSelector: StageSelector;
  session: Session;
}

/** The name of the page, one sentence about what is on the stage, and how training helps. */
export function Caption({ stageController, stageSelector, session }: CaptionProps) {
  const { onStage, time } = stageController;
  return (
    <header class="caption">
      <h1 class="wordmark">{strings.name}</h1>
      <StageSentence onStage={onStage} time={time} />
      <SeenLine clip={onStage.value} session={session} mode={stageSelector.mode.value} />
      <p class="how">{strings.subtitle}</p>
      <SupportNote {...session} />
      <CompanionNote onStage={onStage} />
    </header>
  );
}
