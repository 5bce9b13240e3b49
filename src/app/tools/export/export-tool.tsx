import { FRAME_RATES, frameTimes, gifRate } from '../../../export/frame-times.ts';
import { SIZES } from '../../../export/size.ts';
import { visibleText } from '../../../format/visible-text.ts';
import { prefersDark, requestedRenderer } from '../../browser/preferences.ts';
import { gravityIn } from '../../stage/origin.ts';
import { stageExtras } from '../../stage/stage-extras.ts';
import type { ToolProps } from '../../tool.ts';
import { SentenceText } from '../../widgets/file-text.tsx';
import { CaptionField } from './caption-field.tsx';
import { type Codecs, useCodecs } from './codecs.ts';
import { exportDraft } from './draft.ts';
import { Embed } from './embed.tsx';
import { exportState } from './export-state.ts';
import { OptionField } from './option-field.tsx';
import './export.css';
import { FormatField } from './format-field.tsx';
import { type ExportOrder, type Format, isDrawn, isFilm } from './order.ts';
import { words } from './words.ts';

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8] as const;

/** Why a format cannot be made in this browser; empty if it can. */
function faultOf(format: Format, codecs: Codecs | undefined): string {
  if (codecs === undefined || (format !== 'mp4' && format !== 'webm') || codecs[format]) return '';
  return codecs.mp4 || codecs.webm ? words.noCodec(words.formats[format][0]) : words.noVideo;
}

function ExportProgress({ share }: { share: number }) {
  return (
    <div class="go">
      <progress max={1} value={share} aria-label={words.making(share)} />
      <button type="button" onClick={exportState.cancel}>
        {words.cancel}
      </button>
    </div>
  );
}

/** Exports the episode on the stage as a film, a picture or a table. */
export function ExportTool({ stageController, session, stageSelector }: ToolProps) {
  const clip = stageController.onStage.value;
  const now = exportDraft.value;
  const codecs = useCodecs(now.size);
  const share = exportState.share.value;
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
    void exportState.start(order, { clip, extras, isDark: prefersDark.value, gravity, renderer });
  }

  // The genome of a clip from another run is not available here.
  const isOwn = stageSelector.mode.value !== 'other';

  return (
    <form
      class="export-form"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <p class="lead">{words.lead}</p>
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
      {share === undefined ? (
        <div class="go">
          <button type="submit" class="primary" disabled={clip === undefined || fault !== ''}>
            {words.make(words.formats[format][0])}
          </button>
          <span>{clip === undefined ? words.nobody : count > 0 ? words.length(count, count / fps) : ''}</span>
        </div>
      ) : (
        <ExportProgress share={share} />
      )}
      <p class="outcome" role="status">
        <SentenceText text={fault || exportState.outcome.value} />
      </p>
      {clip && isOwn && <Embed session={session} clip={clip} />}
    </form>
  );
}
