import { Icon } from '../widgets/icon.tsx';
import { FileButton } from './file-button.tsx';
import { words } from './option-words.ts';
import type { CameraName, PlayerState } from './show.ts';
import { fromFile } from './source.ts';

const OVERLAYS = ['effort', 'trail', 'forces', 'sight'] as const;
const CAMERAS = Object.keys(words.cameras) as CameraName[];

interface ChoiceProps {
  title: string;
  about: string;
  isOn: boolean;
  isIdle?: boolean;
  turn(): void;
}

function Choice({ title, about, isOn, isIdle = false, turn }: ChoiceProps) {
  return (
    <label title={about} class={isIdle ? 'idle' : ''}>
      <input type="checkbox" checked={isOn} onChange={turn} />
      {title}
      {isIdle && <small>{about}</small>}
    </label>
  );
}

export interface OptionsProps {
  show: PlayerState;
  openKeys(): void;
  toggleNet(): void;
  toggleNumbers(): void;
}

/** Camera, overlays and ghosts. */
export function Options({ show, openKeys, toggleNet, toggleNumbers }: OptionsProps) {
  const shown = show.overlays.value;
  const isBlind = show.relived.value?.rayEnds.length === 0;
  return (
    <div id="options" class="options" popover="auto" role="dialog" aria-label={words.show}>
      <fieldset>
        <legend>{words.show}</legend>
        <Choice title={words.net} about={words.netAbout} isOn={show.hasNet.value} turn={toggleNet} />
        {OVERLAYS.map((name) => (
          <Choice
            key={name}
            title={words.overlays[name]}
            about={name === 'sight' && isBlind ? words.blind : words.overlaysAbout[name]}
            isOn={shown.includes(name)}
            isIdle={name === 'sight' && isBlind}
            turn={() => {
              const others = shown.filter((each) => each !== name);
              show.overlays.value = shown.includes(name) ? others : [...others, name];
            }}
          />
        ))}
        <Choice title={words.numbers} about={words.numbersAbout} isOn={show.hasNumbers.value} turn={toggleNumbers} />
      </fieldset>
      <fieldset>
        <legend>{words.camera}</legend>
        {CAMERAS.map((name) => (
          <label key={name}>
            <input type="radio" name="camera" checked={show.camera.value === name} onChange={() => show.look(name)} />
            {words.cameras[name]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.ghosts}</legend>
        <p>{words.ghostsAbout}</p>
        {show.ghosts.value.map((ghost) => (
          <button
            key={ghost.generation}
            type="button"
            aria-label={words.letGo(ghost.words)}
            onClick={() => show.letGo(ghost)}
          >
            {ghost.words} <Icon name="close" />
          </button>
        ))}
        <FileButton label={words.addGhost} take={(file) => void show.addGhost(fromFile(file))} />
      </fieldset>
      <FileButton label={words.another} take={(file) => void show.load(fromFile(file))} />
      <button type="button" class="plain" onClick={openKeys}>
        {words.keys}
      </button>
    </div>
  );
}
