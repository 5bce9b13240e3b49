import type { Signal } from '@preact/signals';
import { Icon } from '../icon.tsx';
import { FileButton } from './file-button.tsx';
import type { CameraName, Show } from './show.ts';
import { fromFile } from './source.ts';
import { words } from './words.ts';

const OVERLAYS = ['effort', 'trail', 'forces'] as const;
const CAMERAS = Object.keys(words.cameras) as CameraName[];

/** Camera, overlays and ghosts. */
export function Options({ show, hasNumbers }: { show: Show; hasNumbers: Signal<boolean> }) {
  const shown = show.overlays.value;
  return (
    <div id="options" class="options" popover="auto" role="dialog" aria-label={words.show}>
      <fieldset>
        <legend>{words.show}</legend>
        {OVERLAYS.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={shown.includes(name)}
              onChange={({ currentTarget }) => {
                const others = shown.filter((each) => each !== name);
                show.overlays.value = currentTarget.checked ? [...others, name] : others;
              }}
            />
            {words.overlays[name]}
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={hasNumbers.value}
            onChange={({ currentTarget }) => {
              hasNumbers.value = currentTarget.checked;
            }}
          />
          {words.numbers}
        </label>
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
    </div>
  );
}
