import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Experiment } from '../../run/experiment-schema.ts';
import type { Clip } from '../../view/playback.ts';
import { editBody } from '../session/requested-body.ts';
import { strings } from '../strings.ts';
import type { VerifiedWalker } from '../walkers/verified-walker.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import type { Exhibit } from './exhibits.ts';
import { goOnFrom } from './go-on.ts';
import type { Living } from './living.ts';
import { words } from './words.ts';

/** What the page does for the gallery. */
export interface GalleryActions {
  /** Begins another run; false when it cannot. */
  choose(experiment: Experiment): boolean;
  /** Opens the comparison of a preset, which the viewer starts there. */
  openSweep(preset: string): void;
  /** Shows a clip on the stage; the run goes on. */
  watch(clip: Clip): void;
  /** Begins a run that races against a trained creature. */
  race(walker: VerifiedWalker, name: string): void;
}

export interface ActionsProps extends GalleryActions {
  exhibit: Exhibit;
  living: Living | undefined;
  close(): void;
}

/** What can be done with the selected exhibit. */
export function Actions({ exhibit, living, close, choose, openSweep, watch, race }: ActionsProps) {
  const fault = useSignal('');
  const { name, title, about, isSweep, walker, plan } = exhibit;
  useEffect(() => {
    fault.value = '';
  }, [name, fault]);
  /** Closes the gallery unless the action fails. */
  const act = (action: () => unknown) => () => {
    try {
      if (action() !== false) close();
    } catch (error) {
      fault.value = sentenceOf(error);
    }
  };
  const trained = living?.trained;
  return (
    <footer>
      <div>
        <h3>{title}</h3>
        <p id="exhibit-about">{about}</p>
        <p class="fault" role="alert">
          <SentenceText text={fault.value} />
        </p>
      </div>
      <div class="actions">
        {isSweep ? (
          <button type="button" class="primary" title={words.sweepAbout} onClick={act(() => openSweep(name))}>
            {words.sweep}
          </button>
        ) : (
          <button
            type="button"
            class="primary"
            title={words.beginAbout}
            onClick={act(() => choose(exhibit.experiment()))}
          >
            {words.begin}
          </button>
        )}
        {trained && walker && (
          <>
            <button type="button" title={words.watchAbout} onClick={act(() => watch(trained.clip))}>
              {words.watch}
            </button>
            <button type="button" title={words.raceAbout} onClick={act(() => race(trained, title))}>
              {words.race}
            </button>
            <button
              type="button"
              title={words.goOnAbout}
              onClick={act(() => choose(goOnFrom(trained.replay, walker.preset)))}
            >
              {words.goOn}
            </button>
          </>
        )}
        {plan && (
          <button type="button" title={words.changeAbout} onClick={act(() => editBody({ plan }))}>
            {strings.changeBody}
          </button>
        )}
        {walker && living && !trained && <p class="note">{words.notVerified}</p>}
      </div>
    </footer>
  );
}
