import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { GaitName } from '../../sim/gait/names.ts';
import type { Clip } from '../../view/playback.ts';
import { count, metres } from '../amounts.ts';
import type { Session } from '../session/session.ts';
import { clipOf } from '../stage/clip.ts';
import { openStrip } from '../stage/film-strip.ts';
import { familyOf } from '../stage/gait-colours.ts';
import { overlayToggles, setOverlay } from '../stage/overlay-toggles.ts';
import { spaced } from '../stage/spaced-generations.ts';
import type { StageSelector } from '../stage/stage-selector.ts';
import { strings } from '../strings.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import { Icon } from '../widgets/icon.tsx';
import { useDialog } from '../widgets/use-dialog.ts';
import './film-strip-sheet.css';
import { GaitLegend } from './gait-legend.tsx';

/** Number of pictures. */
const PICTURES = 6;

/** The gait of a champion's clip, which always has one. */
const gaitOf = ({ gait }: Clip) => gait as GaitName;
const colourOf = (clip: Clip) => familyOf(gaitOf(clip)).colour;

/** Champions from the first generation to the newest, each on the newest one's terrain. */
async function simulateChampions(session: Session): Promise<Clip[]> {
  const last = session.latest.value?.generation ?? 0;
  const seed = session.championHistory.at(last)?.seeds[0];
  const champions = await Promise.all(
    spaced(last, PICTURES).map((generation) => session.resimulate(generation, { seed, under: last })),
  );
  return champions.flatMap((champion) => (champion && clipOf(session.experiment.value, champion, [])) ?? []);
}

export interface StripSheetProps {
  session: Session;
  stageSelector: StageSelector;
  isOpen: Signal<boolean>;
}

/** Champions side by side on the same terrain at the same time of their episodes. A click shows one on the stage. */
export function StripSheet({ session, stageSelector, isOpen }: StripSheetProps) {
  const { dialog, open, close } = useDialog(isOpen);
  const host = useRef<HTMLDivElement>(null);
  const clips = useSignal<readonly Clip[]>([]);
  const distances = useSignal<readonly number[]>([]);
  const run = session.current.value;
  const byGait = overlayToggles.value.gaits;
  const isBegun = session.latest.value !== undefined;

  // Waits for the first champion of the run; simulates anew when another run begins.
  useEffect(() => {
    if (!open || !isBegun) return;
    let isGone = false;
    simulateChampions(session).then(
      (found) => {
        if (!isGone) clips.value = found;
      },
      () => {
        isOpen.value = false;
      },
    );
    return () => {
      isGone = true;
      clips.value = [];
    };
  }, [open, run, isBegun, session, clips, isOpen]);

  useEffect(() => {
    const element = host.current;
    if (!element || clips.value.length === 0) return;
    const shown = byGait ? clips.value.map((clip) => ({ ...clip, colour: colourOf(clip) })) : clips.value;
    return openStrip(element, shown, (each) => {
      distances.value = each;
    });
  }, [clips.value, distances, byGait]);

  const watch = (generation: number) => {
    close();
    stageSelector.watch(generation);
  };
  return (
    <dialog class="strip" ref={dialog} aria-labelledby="strip-title" onClose={close}>
      <header>
        <h2 id="strip-title">{strings.stripTitle}</h2>
        <p>{strings.stripAbout}</p>
        <button type="button" aria-label={strings.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div class="by-gait">
        <label>
          <input
            type="checkbox"
            checked={byGait}
            onChange={({ currentTarget }) => setOverlay('gaits', currentTarget.checked)}
          />
          {strings.shows.gaits[0]}
        </label>
        {byGait && <GaitLegend gaits={clips.value.map(gaitOf)} />}
      </div>
      <div class="pictures" ref={host}>
        {clips.value.map(({ generation, words, gait }, i) => (
          <figure key={generation}>
            <button type="button" class="picture" title={strings.watch} onClick={() => watch(generation)}>
              <span>
                {strings.generation} {count(generation)}
              </span>
              <b>{metres(distances.value[i] ?? 0)}</b>
              {byGait && gait && <small>{gait}</small>}
            </button>
            <figcaption class="unseen">
              <SentenceText text={words} />
            </figcaption>
          </figure>
        ))}
      </div>
    </dialog>
  );
}
