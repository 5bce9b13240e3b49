import { gifRate, momentsOf, RATES } from '../../../export/schedule.ts';
import { SIZES } from '../../../export/size.ts';
import { prefersDark, rendererAsked } from '../../browser/preferences.ts';
import { overlaysShown, overlayToggles } from '../../stage/overlay-choice.ts';
import { pins } from '../../stage/pinned-ghosts.ts';
import type { ToolProps } from '../../tool.ts';
import { CaptionField } from './caption-field.tsx';
import { Choice } from './choice.tsx';
import { type Codecs, useCodecs } from './codecs.ts';
import { draft } from './draft.ts';
import { Embed } from './embed.tsx';
import { exportState } from './export-state.ts';
import './export.css';
import { FormatField } from './format-field.tsx';
import { type ExportOrder, type Format, isDrawn, isFilm } from './order.ts';
import { words } from './words.ts';

const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8] as const;

/** What keeps a format from being made here; empty for nothing. */
function faultOf(format: Format, codecs: Codecs | undefined): string {
  if (codecs === undefined || (format !== 'mp4' && format !== 'webm') || codecs[format]) return '';
  return codecs.mp4 || codecs.webm ? words.noCodec(words.formats[format][0]) : words.noVideo;
}

function Making({ share }: { share: number }) {
  return (
    <div class="go">
      <progress max={1} value={share} aria-label={words.making(share)} />
      <button type="button" onClick={exportState.cancel}>
        {words.cancel}
      </button>
    </div>
  );
}

/** Makes a film, a picture or a table of the life on the stage. */
export function ExportTool({ stageController, session, stageSelector }: ToolProps) {
  const act = stageController.onStage.value;
  const now = draft.value;
  const codecs = useCodecs(now.size);
  const share = exportState.share.value;
  const { format, isCaptioned } = now;
  const set = (change: Partial<typeof now>) => {
    draft.value = { ...now, ...change };
  };
  const text = now.caption ?? act?.words ?? '';
  const fault = faultOf(format, codecs);
  const fps = format === 'gif' ? gifRate(now.fps) : now.fps;
  const count = act && isFilm(format) ? momentsOf(act.recording, { ...now, fps }).length : 0;

  function start(): void {
    if (act === undefined) return;
    const order: ExportOrder = { ...now, caption: isCaptioned ? text : '', at: stageController.moment.value };
    const extras = { overlays: overlaysShown.value, withGhosts: overlayToggles.value.ancestors, guests: pins.value };
    const renderer = rendererAsked(location.search);
    void exportState.start(order, { act, extras, isDark: prefersDark.value, renderer });
  }

  // A guest is of another run, whose brain is not at hand.
  const isOwn = stageSelector.mode.value !== 'guest';

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
          <Choice
            label={words.size}
            value={now.size}
            options={SIZES.map((size) => [size, words.sizes[size]] as const)}
            set={(size) => set({ size })}
          />
          {isFilm(format) && (
            <>
              <Choice
                label={words.rate}
                value={now.fps}
                options={RATES.map((rate) => [rate, String(rate)] as const)}
                set={(rate) => set({ fps: rate })}
              />
              <Choice
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
          <button type="submit" class="primary" disabled={act === undefined || fault !== ''}>
            {words.make(words.formats[format][0])}
          </button>
          <span>{act === undefined ? words.nobody : count > 0 ? words.length(count, count / fps) : ''}</span>
        </div>
      ) : (
        <Making share={share} />
      )}
      <p class="outcome" role="status">
        {fault || exportState.outcome.value}
      </p>
      {act && isOwn && <Embed session={session} act={act} />}
    </form>
  );
}
