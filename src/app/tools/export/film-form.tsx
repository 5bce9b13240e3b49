import { FILM_SHAPES, filmDefaults } from '../../../export/learning-film.ts';
import { visibleText } from '../../../format/visible-text.ts';
import { bodyOf } from '../../../run/experiment.ts';
import { fileStem } from '../../browser/download.ts';
import { prefersDark, requestedRenderer } from '../../browser/preferences.ts';
import type { Session } from '../../session/session.ts';
import { useCodecs } from './codecs.ts';
import { filmDraft } from './draft.ts';
import { type FilmOrder, makeFilm } from './export-film.ts';
import { exportState } from './export-state.ts';
import { OptionField } from './option-field.tsx';
import { Outcome, ProgressBar } from './progress-bar.tsx';
import { words } from './words.ts';
import './film-form.css';

const FORMATS = ['mp4', 'webm', 'gif'] as const;

function ShapeField({ value, set }: { value: FilmOrder['shape']; set(value: FilmOrder['shape']): void }) {
  return (
    <fieldset class="shapes">
      <legend>{words.shape}</legend>
      {FILM_SHAPES.map((shape) => (
        <label key={shape}>
          <input type="radio" name="shape" value={shape} checked={value === shape} onChange={() => set(shape)} />
          <i class={shape} aria-hidden="true" />
          {words.shapes[shape]}
        </label>
      ))}
    </fieldset>
  );
}

/** Makes the film of the run: its first attempt, records on the way, and its best. */
export function FilmForm({ session }: { session: Session }) {
  const { format: wanted, shape } = filmDraft.value;
  const codecs = useCodecs(filmDefaults(false).sizes[shape]);
  const formats = FORMATS.filter((each) => each === 'gif' || codecs?.[each] !== false);
  const format = formats.includes(wanted) ? wanted : formats[0]!;
  const hasRecords = session.best.value !== undefined;
  const isMaking = exportState.progress.value !== undefined;
  const isMine = exportState.kind.value === 'film';

  function start(): void {
    const order = { format, shape, isDark: prefersDark.value, renderer: requestedRenderer(location.search) };
    const name = `${fileStem(words.filmName(visibleText(bodyOf(session.experiment.value).title)), 'film')}.${format}`;
    void exportState.start('film', session.isLearning, async (job) => {
      return { name, blob: await makeFilm(session, order, job) };
    });
  }

  return (
    <form
      class="export-form film"
      aria-label={words.film}
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <h3>{words.film}</h3>
      <p class="lead">{words.filmAbout}</p>
      <ShapeField value={shape} set={(next) => (filmDraft.value = { format, shape: next })} />
      <OptionField
        label={words.format}
        value={format}
        options={formats.map((each) => [each, words.filmFormats[each]] as const)}
        set={(next) => (filmDraft.value = { format: next, shape })}
      />
      {isMaking && isMine ? (
        <ProgressBar isLearning={session.isLearning} />
      ) : (
        <div class="go">
          <button type="submit" class="primary" disabled={isMaking || !hasRecords}>
            {words.makeFilm}
          </button>
          {!hasRecords && <span>{words.noRecords}</span>}
        </div>
      )}
      <Outcome kind="film" fault="" />
    </form>
  );
}
