import { type Signal, useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { bodyOf } from '../../run/experiment.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import { bodyFor } from '../../run/task-body.ts';
import { tasks } from '../../sim/tasks.ts';
import { readyMade } from '../session/requested-sweep.ts';
import type { Session } from '../session/session.ts';
import { Panel } from '../settings/panel.tsx';
import type { Theatre } from '../stage/stage-controller.ts';
import type { Projector } from '../stage/stage-selector.ts';
import { strings } from '../strings.ts';
import type { ToolName } from '../tools.ts';
import { later } from '../widgets/lazy-sheet.tsx';
import { Notices } from '../widgets/notice.tsx';
import { Announcer } from './announcer.tsx';
import { Caption, Counters, Musing } from './counters.tsx';
import { Chart } from './fitness-chart.tsx';
import type { Vigil } from './health-alarm.ts';
import { LensBar } from './stage-controls.tsx';
import { Timeline } from './timeline.tsx';
import { ToolDock, ToolRail } from './tool-dock.tsx';
import { TourOffer } from './tour-offer.tsx';
import { Dock } from './transport-bar.tsx';

export interface AppProps {
  session: Session;
  theatre: Theatre;
  projector: Projector;
  isPanelOpen: Signal<boolean>;
  isTuning: Signal<boolean>;
  isHelpOpen: Signal<boolean>;
  isStripOpen: Signal<boolean>;
  openTool: Signal<ToolName | undefined>;
  vigil: Vigil;
  choose(experiment: Experiment): void;
  restart(): void;
  openPanel(tunes: boolean): void;
  share(): void;
}

const HelpSheet = later(async () => (await import('./help-sheet.tsx')).HelpSheet);
const StripSheet = later(async () => (await import('./film-strip-sheet.tsx')).StripSheet);

/** A task that is for one body alone says enough. */
function titleOf(experiment: Experiment): string {
  const { name } = experiment.task;
  const { title } = tasks[name as keyof typeof tasks];
  return bodyFor(name) === undefined ? `${bodyOf(experiment).title} · ${title}` : title;
}

/** The page: a stage that fills the window, and what is written on it. */
export function App({
  session,
  theatre,
  projector,
  isPanelOpen,
  isTuning,
  isHelpOpen,
  isStripOpen,
  openTool,
  vigil,
  choose,
  restart,
  openPanel,
  share,
}: AppProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current) theatre.open(host.current);
  }, [theatre]);
  const help = () => {
    isHelpOpen.value = true;
  };
  const strip = () => {
    isStripOpen.value = true;
  };
  const sweep = (preset: string) => {
    readyMade.value = preset;
    openTool.value = 'sweep';
    isPanelOpen.value = false;
  };
  const fork = () => {
    isPanelOpen.value = false;
    openTool.value = 'runs';
  };
  const isBusy = useComputed(() => isPanelOpen.value || projector.mode.value !== 'live');
  const experiment = session.experiment.value;
  return (
    <main data-tool={openTool.value} data-panel={isPanelOpen.value || undefined}>
      <div class="stage" ref={host} role="img" aria-label={theatre.onStage.value?.words ?? strings.waiting} />
      <Caption onStage={theatre.onStage} />
      <section class="progress" aria-label="Progress">
        <Counters {...session} />
        <Chart session={session} projector={projector} />
        <Musing {...session} />
      </section>
      <ToolRail open={openTool} vigil={vigil}>
        <TourOffer open={openTool} isBusy={isBusy} />
      </ToolRail>
      <ToolDock
        open={openTool}
        session={session}
        theatre={theatre}
        projector={projector}
        choose={choose}
        openPanel={openPanel}
        share={share}
      />
      <LensBar theatre={theatre} projector={projector} />
      <Panel
        session={session}
        isOpen={isPanelOpen}
        isTuning={isTuning}
        choose={choose}
        sweep={sweep}
        fork={fork}
        share={share}
        help={help}
      />
      <div class="player">
        <Timeline session={session} projector={projector} strip={strip} />
        <Dock
          isLearning={session.isLearning}
          isPanelOpen={isPanelOpen}
          title={titleOf(experiment)}
          restart={restart}
          share={share}
          help={help}
        />
      </div>
      <Notices />
      <Announcer onStage={theatre.onStage} session={session} />
      <HelpSheet isOpen={isHelpOpen} />
      <StripSheet session={session} projector={projector} isOpen={isStripOpen} />
    </main>
  );
}
