// First: the other styles go on from these.
import './page.css';
import './forms.css';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { experimentFromHash, experimentToHash } from '../format/experiment-link.ts';
import { bodyOf, parseExperiment } from '../run/experiment.ts';
import type { Experiment } from '../run/experiment-schema.ts';
import { presets } from '../run/presets.ts';
import { createSession } from './session/session.ts';
import { App } from './shell/app.tsx';
import { watchHealth } from './shell/health-alarm.ts';
import { createInbox, isReplayLink } from './shell/inbox.ts';
import { listenToKeys } from './shell/keyboard.ts';
import { toggleShowMenu } from './shell/show-menu.tsx';
import { keepable } from './stage/pinnable.ts';
import { keepOrLetGo } from './stage/pinned-ghosts.ts';
import { recordFlag } from './stage/record-flag.ts';
import { changeSpeed } from './stage/speed.ts';
import { createStageController } from './stage/stage-controller.ts';
import { createStageSelector } from './stage/stage-selector.ts';
import { strings } from './strings.ts';
import type { Tool } from './tool.ts';
import { type ToolName, tools } from './tools.ts';
import { watchForNewer } from './widgets/newer-version.ts';
import { notify } from './widgets/notice.tsx';

const usual = (): Experiment => parseExperiment(presets['biped-walks']?.experiment);

/** What the address names, or nothing with a word on why. */
function named(): Experiment | undefined {
  if (isReplayLink(location.hash)) return undefined;
  try {
    return experimentFromHash(location.hash);
  } catch (error) {
    notify(`${error instanceof Error ? error.message : error}. ${strings.fallback}`);
    return undefined;
  }
}

const asked = () => named() ?? usual();

const address = (experiment: Experiment) => history.replaceState(null, '', experimentToHash(experiment));
/** The link that the page was opened by. */
const link = location.hash;
const stageController = createStageController((trouble) => notify(strings[trouble]));
const first = named();
const session = createSession(first ?? usual(), {
  onBegin(experiment) {
    stageSelector.reset();
    stageController.begin(bodyOf(experiment));
    address(experiment);
  },
  onAmend: address,
  onChampion: (champion) => stageController.show(session.experiment.value, champion),
  onLoss: (isGivenUp) => notify(isGivenUp ? strings.givenUp : strings.workerLost),
  onStop: (reason) => notify(`${strings.stopped} ${reason}`),
});
const stageSelector = createStageSelector(session, stageController);
const vigil = watchHealth(session);
// Whoever comes by a replay's link sees that first: nothing learns over it until they say so.
session.isLearning.value = !isReplayLink(link);
session.begin(session.experiment.value);
const saving = import('./storage/keep.ts').then(({ keepRuns }) => keepRuns(session, first, !isReplayLink(link)));
saving.catch(() => notify(strings.notKept));
watchForNewer(() => saving.then(({ saveNow }) => saveNow()).catch(() => false));

const isPanelOpen = signal(false);
const isTuning = signal(false);
const isHelpOpen = signal(false);
const isStripOpen = signal(false);
const openTool = signal<ToolName | undefined>(undefined);
isStripOpen.subscribe(stageController.setHidden);
// Where the window is narrow both are sheets, one over the other.
openTool.subscribe((name) => {
  if (name !== undefined && matchMedia('(max-width: 720px)').matches) isPanelOpen.value = false;
});

function begin(experiment: Experiment): void {
  session.begin(experiment);
  session.isLearning.value = true;
}

async function share(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    notify(strings.copied, { isPassing: true });
  } catch {
    notify(strings.notCopied, { isPassing: true });
  }
}

function show(tool: ToolName | undefined): void {
  openTool.value = tool;
}

/** Opens the panel for choosing or for tuning; the same once more closes it. */
function openPanel(tunes: boolean): void {
  isPanelOpen.value = !(isPanelOpen.value && isTuning.value === tunes);
  isTuning.value = tunes;
}

const restart = () => begin(session.now.value);
const inbox = createInbox(
  { session, stageController, stageSelector, choose: begin, close: () => show(undefined), openPanel, share },
  () => show('replays'),
);
addEventListener('hashchange', async () => {
  if (!isReplayLink(location.hash)) return begin(asked());
  await inbox.arrive(location.hash, false);
  address(session.experiment.value);
});
if (isReplayLink(link)) {
  inbox.arrive(link, true).then((isThere) => {
    if (!isThere) session.isLearning.value = true;
  });
}
session.isLearning.subscribe((yes) => {
  if (yes && isReplayLink(location.hash)) address(session.experiment.value);
});

listenToKeys({
  pause: () => {
    session.isLearning.value = !session.isLearning.value;
  },
  restart,
  changeSpeed,
  step: stageSelector.step,
  first: () => stageSelector.watch(0),
  newest: stageSelector.live,
  film: () => stageSelector.toggle('film'),
  crowd: () => stageSelector.toggle('crowd'),
  follow: stageSelector.follow,
  strip: () => {
    isStripOpen.value = session.championHistory.entries.length > 1;
  },
  hold: () => {
    stageController.isHeld.value = !stageController.isHeld.value;
  },
  frame: stageController.step,
  show: toggleShowMenu,
  keep: () => keepOrLetGo(keepable(stageSelector, stageController)),
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

// Where the best came to stands on the stage, and on the document for whoever watches from outside.
effect(() => {
  stageController.mark(...recordFlag(session));
  const { dataset } = document.documentElement;
  dataset.bestDistance = (session.best.value ?? 0).toFixed(2);
  dataset.generation = String(session.latest.value?.generation ?? '');
  dataset.history = session.latest.value?.historyHash ?? '';
});

const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(
    <App
      session={session}
      stageController={stageController}
      stageSelector={stageSelector}
      isPanelOpen={isPanelOpen}
      isTuning={isTuning}
      isHelpOpen={isHelpOpen}
      isStripOpen={isStripOpen}
      openTool={openTool}
      vigil={vigil}
      choose={begin}
      restart={restart}
      openPanel={openPanel}
      share={share}
    />,
    root,
  );
}
