import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { restartedWith } from '../../run/amend.ts';
import { metres } from '../amounts.ts';
import { type GalleryTab, galleryTab as tab } from '../session/gallery.ts';
import { presetOf } from '../session/preset-of.ts';
import { editBody } from '../session/requested-body.ts';
import type { Session } from '../session/session.ts';
import { strings } from '../strings.ts';
import { Icon } from '../widgets/icon.tsx';
import { useDialog } from '../widgets/use-dialog.ts';
import { Actions, type GalleryActions } from './actions.tsx';
import { currentIn, exhibitsOf } from './exhibits.ts';
import { type Living, livingOf } from './living.ts';
import { LivingPicture } from './living-picture.tsx';
import './gallery.css';
import './exhibits.css';
import { words } from './words.ts';

const TABS = Object.keys(words.tabs) as GalleryTab[];

export interface GalleryProps extends GalleryActions {
  session: Session;
  isOpen: Signal<boolean>;
}

/** Presets, bodies and tasks to choose from, each a small stage with a trained creature where there is one. */
export function Gallery({ session, isOpen, ...actions }: GalleryProps) {
  const { dialog, open, close } = useDialog(isOpen);
  useEffect(() => {
    if (open) dialog.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, [open, dialog]);
  return (
    <dialog class="gallery" ref={dialog} aria-labelledby="gallery-title" onClose={close}>
      <header>
        <h2 id="gallery-title">{words.title}</h2>
        <div class="tabs">
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={tab.value === name}
              onClick={() => {
                tab.value = name;
              }}
            >
              {words.tabs[name]}
            </button>
          ))}
        </div>
        <button type="button" aria-label={strings.close} title={strings.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {open && <Exhibits key={tab.value} session={session} tab={tab.value} close={close} {...actions} />}
    </dialog>
  );
}

/** The pictures of a tab, and what can be done with the selected one. */
function Exhibits({
  session,
  tab,
  close,
  ...actions
}: { session: Session; tab: GalleryTab; close(): void } & GalleryActions) {
  const form = useRef<HTMLFormElement>(null);
  const living = useSignal<Readonly<Record<string, Living>>>({});
  // As of the opening: the list does not change under the viewer.
  const { exhibits, current } = useMemo(() => {
    const now = restartedWith(session.nextExperiment.peek());
    return { exhibits: exhibitsOf(tab, now), current: currentIn(tab, now, presetOf(session.experiment.peek())) };
  }, [session, tab]);
  const selected = useSignal(exhibits.some(({ name }) => name === current) ? current : exhibits[0]!.name);
  const see = (name: string) => {
    const exhibit = exhibits.find((each) => each.name === name);
    if (exhibit === undefined || living.peek()[name]) return;
    livingOf(exhibit, session.simulate).then(
      (found) => {
        if (found) living.value = { ...living.peek(), [name]: found };
      },
      () => {},
    );
  };
  const chosen = exhibits.find(({ name }) => name === selected.value) ?? exhibits[0]!;
  return (
    <form
      ref={form}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        form.current?.querySelector<HTMLButtonElement>('.primary')?.click();
      }}
    >
      <fieldset class="exhibits">
        <legend>{words.abouts[tab]}</legend>
        {exhibits.map(({ name, title, walker }) => (
          <label key={name} class="exhibit">
            <input
              type="radio"
              name="exhibit"
              class="unseen"
              aria-describedby="exhibit-about"
              checked={selected.value === name}
              onChange={() => {
                selected.value = name;
              }}
            />
            <LivingPicture living={living.value[name]} onSeen={() => see(name)} />
            <span class="name">{title}</span>
            <Note isCurrent={name === current} living={living.value[name]} isTrained={walker !== undefined} />
          </label>
        ))}
        {tab === 'bodies' && (
          <button
            type="button"
            class="exhibit make-own"
            onClick={() => {
              close();
              editBody('new');
            }}
          >
            <Icon name="faster" />
            <span class="name">{strings.makeBody}</span>
            <small>{words.makeAbout}</small>
          </button>
        )}
      </fieldset>
      <Actions exhibit={chosen} living={living.value[chosen.name]} close={close} {...actions} />
    </form>
  );
}

/** Whether an exhibit is what learns now, and how far its trained creature gets. */
function Note({
  isCurrent,
  living,
  isTrained,
}: {
  isCurrent: boolean;
  living: Living | undefined;
  isTrained: boolean;
}) {
  const trained = living?.trained ? words.trained(metres(living.trained.measure)) : isTrained ? words.isTrained : '';
  return <small>{[isCurrent ? words.current : '', trained].filter(Boolean).join(' · ')}</small>;
}
