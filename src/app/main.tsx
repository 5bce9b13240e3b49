// First, since other style sheets override these.
import './page.css';
import './forms.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { bodyOf } from '../run/experiment.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { createSession } from './session/session.ts';
import * as address from './shell/address.ts';
import { App } from './shell/app.tsx';
import { copyRunLink } from './shell/copy-run-link.ts';
import { watchHealth } from './shell/health-alarm.ts';
import { createInbox, isReplayLink } from './shell/inbox.ts';
import { listenToKeys } from './shell/keyboard.ts';
import { isLessonLink } from './shell/lesson-link.ts';
import { publishState } from './shell/publish-state.ts';
import { isSharedView, leaveSharedView, showAlone } from './shell/shared-view.tsx';
import { toggleShowMenu } from './shell/show-menu.tsx';
import { celebrateRecords } from './stage/celebrate-records.ts';
import { pinnable } from './stage/pinnable.ts';
import { togglePin } from './stage/pinned-ghosts.ts';
import { changeSpeed } from './stage/speed.ts';
import { createStageController } from './stage/stage-controller.ts';
import { createStageSelector } from './stage/stage-selector.ts';
import { createTouch } from './stage/touch.ts';
import { strings } from './strings.ts';
import type { PageParts, Tool } from './tool.ts';
import { type ToolName, tools } from './tools.ts';
import { beginCompanion } from './walkers/begin-companion.ts';
import { sentenceOf } from './widgets/error-sentence.ts';
import { watchForNewer } from './widgets/newer-version.ts';
import { dismissOfEarlierRun, notify } from './widgets/notice.tsx';
import { showTooltips } from './widgets/tooltip.ts';

/** The link that opened the page. */
const link = location.hash;
const stageController = createStageController((trouble) => notify(strings[trouble]));
const first = address.experimentInAddress();
const session = createSession(first ?? address.firstExperiment(), {
  onBegin(experiment) {
    stageSelector.reset();
    dismissOfEarlierRun();
    stageController.begin(bodyOf(experiment));
    queueMicrotask(() => beginCompanion(session, stageController).catch(() => {}));
    address.writeAddress(experiment);
  },
  onAmend: address.writeAddress,
  onChampion: (champion) => stageController.showNewest(session.experiment.value, champion),
  onLoss: (isGivenUp) => notify(isGivenUp ? strings.givenUp : strings.workerLost, { isOfRun: true }),
  onStop: (reason) => notify(`${strings.stopped} ${reason}`, { isOfRun: true }),
});
const stageSelector = createStageSelector(session, stageController);
address.followColour(session.nextExperiment);
const health = watchHealth(session);
const touch = createTouch(stageController, stageSelector);
// A page opened by a replay's link shows the replay first: learning waits until the viewer resumes it.
session.isLearning.value = !isReplayLink(link);
isSharedView.value = isReplayLink(link);
session.begin(session.experiment.value);
address.tellFault();
const saving = import('./storage/start-saving.ts').then(({ startSaving }) =>
  startSaving(session, first, !isReplayLink(link)),
);
saving.catch(() => notify(strings.notKept));
watchForNewer(() => saving.then(({ saveNow }) => saveNow()).catch(() => false));

const [isPanelOpen, isTuning, isHelpOpen, isStripOpen] = [signal(false), signal(false), signal(false), signal(false)];
const openTool = signal<ToolName | undefined>(isLessonLink() ? 'tour' : undefined);
// In narrow windows both are sheets that would cover each other.
openTool.subscribe((name) => {
  if (name !== undefined && matchMedia('(max-width: 720px)').matches) isPanelOpen.value = false;
});

/** Begins another run; false, with a notice that says why, when it cannot. */
function begin(experiment: Experiment): boolean {
  try {
    session.begin(experiment);
  } catch (error) {
    notify(`${strings.notBegun} ${sentenceOf(error)}`, { isOfRun: true });
    return false;
  }
  session.isLearning.value = true;
  return true;
}

/** Shares what is on the stage; the run when nothing there can be shared. */
async function shareShown(): Promise<void> {
  try {
    const { shareWalk } = await import('./tools/replays/share-walk.ts');
    if (!(await shareWalk(session, stageController, share))) await share();
  } catch (error) {
    notify(sentenceOf(error));
  }
}

const share = () => copyRunLink(session.experiment.value);

const show = (tool: ToolName | undefined) => {
  openTool.value = tool;
};

/** Opens the panel for choosing or tuning; closes it when that tab is open. */
function openPanel(tunes: boolean): void {
  isPanelOpen.value = !(isPanelOpen.value && isTuning.value === tunes);
  isTuning.value = tunes;
}

const restart = () => begin(session.nextExperiment.value);
const parts: PageParts = { session, stageController, stageSelector, choose: begin, openPanel, share };
const inbox = createInbox(
  { ...parts, close: () => show(undefined) },
  () => show('replays'),
  () => showAlone(openTool, isPanelOpen),
);
addEventListener('hashchange', async () => {
  if (!isReplayLink(location.hash)) address.beginFromAddress(begin);
  else if (await inbox.arrive(location.hash, false)) address.writeAddress(session.experiment.value);
});
if (isReplayLink(link)) {
  inbox.arrive(link, true).then((isThere) => {
    if (isThere) return;
    leaveSharedView();
    address.keepFaultyAddress(link);
    session.isLearning.value = true;
  });
}
session.isLearning.subscribe((yes) => {
  if (yes && isReplayLink(location.hash)) address.writeAddress(session.experiment.value);
});

showTooltips();
listenToKeys({
  pause: () => {
    session.isLearning.value = !session.isLearning.value;
  },
  restart,
  changeSpeed,
  step: stageSelector.step,
  first: () => stageSelector.watch(0),
  newest: stageSelector.watchNewest,
  film: () => stageSelector.toggle('film'),
  crowd: () => stageSelector.toggle('crowd'),
  follow: stageSelector.follow,
  strip: () => {
    isStripOpen.value = session.championHistory.entries.length > 1;
  },
  pauseStage: () => {
    stageController.isPaused.value = !stageController.isPaused.value;
  },
  frame: stageController.step,
  show: toggleShowMenu,
  shove: touch.shove,
  pin: () => togglePin(pinnable(stageSelector, stageController)),
  zoom: stageController.zoom,
  pan: stageController.pan,
  followAgain: stageController.follow,
  panel: () => openPanel(false),
  tune: () => openPanel(true),
  closePanel: () => {
    if (isPanelOpen.value) isPanelOpen.value = false;
    else show(undefined);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  },
  help: () => {
    isHelpOpen.value = true;
  },
  tools: Object.fromEntries(
    Object.entries(tools as Record<string, Tool>).map(([name, { key }]) => [
      key,
      () => show(openTool.value === name ? undefined : (name as ToolName)),
    ]),
  ),
});

celebrateRecords(session, stageController, stageSelector);
publishState(session);

const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(
    <App
      {...parts}
      isPanelOpen={isPanelOpen}
      isTuning={isTuning}
      isHelpOpen={isHelpOpen}
      isStripOpen={isStripOpen}
      openTool={openTool}
      health={health}
      touch={touch}
      restart={restart}
      shareShown={shareShown}
    />,
    root,
  );
}
