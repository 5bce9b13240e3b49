import { visibleText } from '../../format/visible-text.ts';
import { FileText } from '../widgets/file-text.tsx';
import { Icon } from '../widgets/icon.tsx';
import { FileButton } from './file-button.tsx';
import { words } from './option-words.ts';
import type { CameraName, PlayerState } from './player-state.ts';
import { fromFile } from './source.ts';

const OVERLAYS = ['effort', 'trail', 'forces', 'sight'] as const;
const CAMERAS = Object.keys(words.cameras) as CameraName[];

interface CheckboxProps {
  title: string;
  about: string;
  isOn: boolean;
  /** Without effect here; `about` says why. */
  isIdle?: boolean;
  toggle(): void;
}

function Checkbox({ title, about, isOn, isIdle = false, toggle }: CheckboxProps) {
  return (
    <label title={about} class={isIdle ? 'idle' : ''}>
      <input type="checkbox" checked={isOn} onChange={toggle} />
      {title}
      {isIdle && <small>{about}</small>}
    </label>
  );
}

export interface OptionsProps {
  player: PlayerState;
  openKeys(): void;
  toggleNet(): void;
  toggleFootfalls(): void;
  toggleNumbers(): void;
}

/** Camera, overlays and ghosts. */
export function Options({ player, openKeys, toggleNet, toggleFootfalls, toggleNumbers }: OptionsProps) {
  const chosen = player.overlays.value;
  const isBlind = player.scene.value?.rayEnds.length === 0;
  return (
    <div id="options" class="options" popover="auto" role="dialog" aria-label={words.show}>
      <fieldset>
        <legend>{words.show}</legend>
        <Checkbox title={words.net} about={words.netAbout} isOn={player.hasNet.value} toggle={toggleNet} />
        {OVERLAYS.map((name) => (
          <Checkbox
            key={name}
            title={words.overlays[name]}
            about={name === 'sight' && isBlind ? words.blind : words.overlaysAbout[name]}
            isOn={chosen.includes(name)}
            isIdle={name === 'sight' && isBlind}
            toggle={() => {
              const others = chosen.filter((each) => each !== name);
              player.overlays.value = chosen.includes(name) ? others : [...others, name];
            }}
          />
        ))}
        <Checkbox
          title={words.footfalls}
          about={words.footfallsAbout}
          isOn={player.hasFootfalls.value}
          toggle={toggleFootfalls}
        />
        <Checkbox
          title={words.numbers}
          about={words.numbersAbout}
          isOn={player.hasNumbers.value}
          toggle={toggleNumbers}
        />
      </fieldset>
      <fieldset>
        <legend>{words.camera}</legend>
        {CAMERAS.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="camera"
              checked={player.camera.value === name}
              onChange={() => player.setCamera(name)}
            />
            {words.cameras[name]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.ghosts}</legend>
        <p>{words.ghostsAbout}</p>
        {player.ghosts.value.map((ghost) => (
          <button
            key={ghost.generation}
            type="button"
            aria-label={visibleText(words.letGo(ghost.words))}
            onClick={() => player.removeGhost(ghost)}
          >
            <FileText text={ghost.words} /> <Icon name="close" />
          </button>
        ))}
        <FileButton label={words.addGhost} onFile={(file) => void player.addGhost(fromFile(file))} />
      </fieldset>
      <FileButton label={words.another} onFile={(file) => void player.load(fromFile(file))} />
      <button type="button" class="plain" onClick={openKeys}>
        {words.keys}
      </button>
    </div>
  );
}
