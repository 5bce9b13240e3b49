import { FRAME_RATES, frameTimes, gifRate } from '../../../export/frame-times.ts';
import { SIZES } from '../../../export/size.ts';
import { visibleText } from '../../../format/visible-text.ts';
import { prefersDark, requestedRenderer } from '../../browser/preferences.ts';
import { gravityIn } from '../../stage/origin.ts';
import { stageExtras } from '../../stage/stage-extras.ts';
import type { ToolProps } from '../../tool.ts';
import { CaptionField } from './caption-field.tsx';
import { type Codecs, useCodecs } from './codecs.ts';
import { exportDraft } from './draft.ts';
import { Embed } from './embed.tsx';
import { makeFile } from './export-file.ts';
import { exportState } from './export-state.ts';
import { OptionField } from './option-field.tsx';
import './export.css';
import { FilmForm } from './film-form.tsx';
import { FormatField } from './format-field.tsx';
import { type ExportOrder, exportFileName, type Format, isDrawn, isFilm } from './order.ts';
import { Outcome, ProgressBar, useWaitingNotice } from './progress-bar.tsx';
import { words } from './words.ts';

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8] as const;

/** Why a format cannot be made in this browser; empty if it can. */
function faultOf(format: Format, codecs: Codecs | undefined): string {
  if (codecs === undefined || (format !== 'mp4' && format !== 'webm') || codecs[format]) return '';
  return codecs.mp4 || codecs.webm ? words.noCodec(words.formats[format][0]) : words.noVideo;
}

/** Makes a file of the episode on the stage: a film, a picture or a table. */
function StageForm({ stageController, session, stageSelector }: ToolProps) {
  const clip = stageController.onStage.value;
  const now = exportDraft.value;
  const codecs = useCodecs(now.size);
  const isMaking = exportState.progress.value !== undefined;
  const { format, isCaptioned } = now;
  const set = (change: Partial<typeof now>) => {
    exportDraft.value = { ...now, ...change };
  };
  const text = now.caption ?? visibleText(clip?.words ?? '');
  const fault = faultOf(format, codecs);
  const fps = format === 'gif' ? gifRate(now.fps) : now.fps;
  const count = clip && isFilm(format) ? frameTimes(clip.recording, { ...now, fps }).length : 0;

  function start(): void {
    if (clip === undefined) return;
    const order: ExportOrder = { ...now, caption: isCaptioned ? text : '', at: stageController.frameTime.value };
    const extras = stageExtras();
    const renderer = requestedRenderer(location.search);
    const gravity = gravityIn(clip.recording, session.experiment.value);
    const subject = { clip, extras, isDark: prefersDark.value, gravity, renderer };
    void exportState.start('stage', session.isLearning, async (job) => {
      return { name: exportFileName(clip.words, format), blob: await makeFile(order, subject, job) };
    });
  }

  // The genome of a clip from another run is not available here.
  const isOwn = stageSelector.mode.value !== 'other';

  return (
    <form
      class="export-form"
      aria-label={words.stage}
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <h3>{words.stage}</h3>
      <FormatField value={format} codecs={codecs} set={(next) => set({ format: next })} />
      {isDrawn(format) && (
        <div class="pair">
          <OptionField
            label={words.size}
            value={now.size}
            options={SIZES.map((size) => [size, words.sizes[size]] as const)}
            set={(size) => set({ size })}
          />
          {isFilm(format) && (
            <>
              <OptionField
                label={words.rate}
                value={now.fps}
                options={FRAME_RATES.map((rate) => [rate, String(rate)] as const)}
                set={(rate) => set({ fps: rate })}
              />
              <OptionField
                label={words.speed}
                value={now.speed}
                options={SPEEDS.map((speed) => [speed, `${speed}×`] as const)}
                set={(speed) => set({ speed })}
              />
            </>
          )}
        </div>
      )}
      {format !== 'csv' && format !== 'json' && <CaptionField isOn={isCaptioned} text={text} set={set} />}
      {fps !== now.fps && <p class="hint">{words.gifRate}</p>}
      {isMaking && exportState.kind.value === 'stage' ? (
        <ProgressBar isLearning={session.isLearning} />
      ) : (
        <div class="go">
          <button type="submit" disabled={isMaking || clip === undefined || fault !== ''}>
            {words.make(words.formats[format][0])}
          </button>
          <span>{clip === undefined ? words.nobody : count > 0 ? words.length(count, count / fps) : ''}</span>
        </div>
      )}
      <Outcome kind="stage" fault={fault} />
      {clip && isOwn && <Embed session={session} clip={clip} />}
    </form>
  );
}

/** Exports the film of the run, or what is on the stage. */
export function ExportTool(props: ToolProps) {
  useWaitingNotice();
  return (
    <div class="export">
      <p class="lead">{words.lead}</p>
      <FilmForm session={props.session} />
      <StageForm {...props} />
    </div>
  );
}
