import { count } from '../amounts.ts';
import { type OverlayToggles, overlayToggles, setOverlay } from '../stage/overlay-toggles.ts';
import { pins, unpin } from '../stage/pinned-ghosts.ts';
import type { StageController } from '../stage/stage-controller.ts';
import { strings } from '../strings.ts';
import { Icon } from '../widgets/icon.tsx';
import './show-menu.css';

const ID = 'show';
const NAMES = [
  'effort',
  'trail',
  'forces',
  'sight',
  'ancestors',
  'footfalls',
  'gaits',
  'sound',
] as const satisfies (keyof OverlayToggles)[];

/** Opens the menu with the focus in it, or closes it. */
export function toggleShowMenu(): void {
  const menu = document.getElementById(ID);
  if (menu?.togglePopover()) menu.querySelector('input')?.focus();
}

/** The colours of joints, from no effort to full effort. */
function Scale() {
  return (
    <span class="effort-scale" aria-hidden="true">
      {strings.atRest}
      <i />
      {strings.withAllItHas}
    </span>
  );
}

/** Switches an overlay; the cheer is heard once when sound is switched on. */
function choose(name: keyof OverlayToggles, yes: boolean): void {
  setOverlay(name, yes);
  if (name === 'sound' && yes) void import('../stage/cheer.ts').then(({ cheer }) => cheer());
}

function Choice({ name, isIdle }: { name: keyof OverlayToggles; isIdle: boolean }) {
  const [title, about] = strings.shows[name];
  const id = `show-${name}`;
  return (
    <li class={`choice-row show-${name}${isIdle ? ' idle' : ''}`}>
      <span class="control">
        <input
          type="checkbox"
          id={id}
          aria-describedby={`${id}-about`}
          checked={overlayToggles.value[name]}
          onChange={({ currentTarget }) => choose(name, currentTarget.checked)}
        />
      </span>
      <label for={id}>{title}</label>
      <p id={`${id}-about`}>{isIdle ? strings.isBlind : about}</p>
      {name === 'effort' && overlayToggles.value.effort && <Scale />}
    </li>
  );
}

function Pins() {
  return (
    <section aria-labelledby="pins-title">
      <h3 id="pins-title">{strings.ghosts}</h3>
      {pins.value.length === 0 && <p>{strings.noGhosts}</p>}
      <ul class="pins">
        {pins.value.map(({ generation }) => (
          <li key={generation}>
            <button type="button" aria-label={strings.letGo(count(generation))} onClick={() => unpin(generation)}>
              {count(generation)}
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The menu of overlays, pinned ghosts and camera. */
export function ShowMenu({ stageController }: { stageController: StageController }) {
  const isBlind = stageController.onStage.value !== undefined && stageController.onStage.value.rays === undefined;
  return (
    <div id={ID} class="show" popover="auto" role="dialog" aria-labelledby="show-title">
      <h2 id="show-title">{strings.show}</h2>
      <ul>
        {NAMES.map((name) => (
          <Choice key={name} name={name} isIdle={name === 'sight' && isBlind} />
        ))}
      </ul>
      <Pins />
      <fieldset class="zoom">
        <legend>{strings.camera}</legend>
        <button type="button" aria-label={strings.farther} onClick={() => stageController.zoom(-1)}>
          <Icon name="slower" />
        </button>
        <button type="button" aria-label={strings.closer} onClick={() => stageController.zoom(1)}>
          <Icon name="faster" />
        </button>
      </fieldset>
    </div>
  );
}
