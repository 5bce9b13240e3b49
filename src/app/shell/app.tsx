import { type Signal, useComputed, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { visibleText } from '../../format/visible-text.ts';
import type { GalleryProps } from '../gallery/gallery.tsx';
import { isGalleryOpen } from '../session/gallery.ts';
import { isEditorOpen } from '../session/requested-body.ts';
import { Panel } from '../settings/panel.tsx';
import { crowdGaits } from '../stage/crowd.ts';
import { overlayToggles } from '../stage/overlay-toggles.ts';
import type { Touch } from '../stage/touch.ts';
import { strings } from '../strings.ts';
import type { PageParts } from '../tool.ts';
import type { ToolName } from '../tools.ts';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { lazySheet } from '../widgets/lazy-sheet.tsx';
import { Notices } from '../widgets/notice.tsx';
import { Caption } from './caption.tsx';
import { BusyIndicator, Counters } from './counters.tsx';
import { Chart } from './fitness-chart.tsx';
import type { FootfallsProps } from './footfalls.tsx';
import { GaitLegend } from './gait-legend.tsx';
import { galleryActions } from './gallery-actions.ts';
import type { HealthAlarm } from './health-alarm.ts';
import { LiveRegion } from './live-region.tsx';
import { followRoom } from './measure-room.ts';
import { isSharedView, SharedView } from './shared-view.tsx';
import { StageControls } from './stage-controls.tsx';
import { Timeline } from './timeline.tsx';
import { titleOf } from './title.ts';
import { ToolDock, ToolRail } from './tool-dock.tsx';
import { TourOffer } from './tour-offer.tsx';
import { TransportBar } from './transport-bar.tsx';
import './app.css';
import './short-windows.css';

export interface AppProps extends PageParts {
  isPanelOpen: Signal<boolean>;
  isTuning: Signal<boolean>;
  isHelpOpen: Signal<boolean>;
  isStripOpen: Signal<boolean>;
  openTool: Signal<ToolName | undefined>;
  health: HealthAlarm;
  touch: Touch;
  restart(): void;
  /** Shares the walk on the stage. */
  shareShown(): void;
}

const HelpSheet = lazySheet(async () => (await import('./help-sheet.tsx')).HelpSheet);
const EditorSheet = lazySheet(async () => (await import('../editor/editor-sheet.tsx')).EditorSheet);
const GallerySheet = lazySheet<GalleryProps>(async () => (await import('../gallery/gallery.tsx')).Gallery);
const footfalls = lazyPart<FootfallsProps>(async () => (await import('./footfalls.tsx')).Footfalls);
const StripSheet = lazySheet(async () => (await import('./film-strip-sheet.tsx')).StripSheet);

/** The page: a stage that fills the window, with panels and controls on it. */
export function App({
  isPanelOpen,
  isTuning,
  isHelpOpen,
  isStripOpen,
  openTool,
  health,
  touch,
  restart,
  shareShown,
  ...parts
}: AppProps) {
  const { session, stageController, stageSelector, choose } = parts;
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current) stageController.open(host.current);
  }, [stageController]);
  const stage = stageController.stage.value;
  useEffect(() => (host.current && stage ? followRoom(host.current, stage) : undefined), [stage]);
  // Nobody sees it under a sheet that fills the window.
  useSignalEffect(() => stageController.setHidden(isStripOpen.value || isGalleryOpen.value || isEditorOpen.value));
  // Computed: to render all at each new clip would disturb typing in the panel.
  const isOnStage = useComputed(() => stageController.onStage.value !== undefined).value;
  useEffect(() => {
    // The diagram is no reason to stop: without its code the page goes on without it.
    if (isOnStage) footfalls.load().catch(() => {});
  }, [isOnStage]);
  const help = () => {
    isHelpOpen.value = true;
  };
  const gallery = galleryActions({ session, stageSelector, isPanelOpen, openTool, choose });
  const fork = () => {
    isPanelOpen.value = false;
    openTool.value = 'runs';
  };
  const stageLabel = useComputed(() => visibleText(stageController.onStage.value?.words ?? strings.waiting));
  const isBusy = useComputed(() => isPanelOpen.value || stageSelector.mode.value !== 'live');
  const experiment = session.experiment.value;
  return (
    <main
      data-tool={openTool.value}
      data-panel={isPanelOpen.value || undefined}
      data-shared={isSharedView.value || undefined}
    >
      <div class="stage" ref={host} role="img" aria-label={stageLabel} />
      <Caption stageController={stageController} stageSelector={stageSelector} session={session} />
      <section class="progress" aria-label="Progress">
        <Counters session={session} stageSelector={stageSelector} />
        <Chart session={session} stageSelector={stageSelector} />
        {overlayToggles.value.gaits && crowdGaits.value.length > 0 && <GaitLegend gaits={crowdGaits.value} />}
        <BusyIndicator {...session} />
      </section>
      <ToolRail open={openTool} health={health}>
        <TourOffer open={openTool} isBusy={isBusy} />
      </ToolRail>
      <ToolDock open={openTool} {...parts} />
      <StageControls stageController={stageController} stageSelector={stageSelector} touch={touch} share={shareShown} />
      <Panel
        session={session}
        isOpen={isPanelOpen}
        isTuning={isTuning}
        choose={choose}
        fork={fork}
        share={shareShown}
        help={help}
      />
      <div class="player">
        {overlayToggles.value.footfalls && (
          <footfalls.Component stageController={stageController} experiment={experiment} />
        )}
        <Timeline
          session={session}
          stageSelector={stageSelector}
          strip={() => {
            isStripOpen.value = true;
          }}
        />
        <TransportBar
          isLearning={session.isLearning}
          isPanelOpen={isPanelOpen}
          title={titleOf(experiment)}
          restart={restart}
          share={shareShown}
          help={help}
        />
      </div>
      <SharedView openTool={openTool} isPanelOpen={isPanelOpen} {...parts} />
      <Notices />
      <LiveRegion onStage={stageController.onStage} session={session} />
      <EditorSheet session={session} isOpen={isEditorOpen} choose={choose} />
      <HelpSheet isOpen={isHelpOpen} />
      <GallerySheet session={session} isOpen={isGalleryOpen} {...gallery} />
      <StripSheet session={session} stageSelector={stageSelector} isOpen={isStripOpen} />
    </main>
  );
}
