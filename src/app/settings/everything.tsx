import { signal } from '@preact/signals';
import { readStored, writeStored } from '../browser/web-storage.ts';
import { strings } from '../strings.ts';

const KEY = 'everything';

/** Whether the page shows every choice, setting and number, stored for the next visit. */
export const showsEverything = signal(readStored('localStorage', KEY) === 'yes');

/** The switch for it. */
export function EverythingSwitch() {
  return (
    <div class="everything">
      <label>
        <input
          type="checkbox"
          aria-describedby="everything-about"
          checked={showsEverything.value}
          onChange={({ currentTarget }) => {
            showsEverything.value = currentTarget.checked;
            writeStored('localStorage', KEY, currentTarget.checked ? 'yes' : 'no');
          }}
        />
        {strings.everything}
      </label>
      <p id="everything-about">{strings.everythingAbout}</p>
    </div>
  );
}
