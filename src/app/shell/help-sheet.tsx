import type { Signal } from '@preact/signals';
import { strings } from '../strings.ts';
import type { Tool } from '../tool.ts';
import { tools } from '../tools.ts';
import { Icon } from '../widgets/icon.tsx';
import { KeyList } from '../widgets/key-list.tsx';
import { useDialog } from '../widgets/use-dialog.ts';
import { words } from './help-words.ts';
import './help-sheet.css';

const toolKeys = Object.values<Tool>(tools).map(({ key, title }) => [key.toUpperCase(), title] as const);

/** What is on the page, and its keys. */
export function HelpSheet({ isOpen }: { isOpen: Signal<boolean> }) {
  const { dialog, close } = useDialog(isOpen);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it by Escape, as every dialog
    <dialog
      class="sheet"
      ref={dialog}
      aria-labelledby="about-title"
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div class="columns">
        <button type="button" class="close" aria-label={strings.close} onClick={close}>
          <Icon name="close" />
        </button>
        <section>
          <h2 id="about-title">{words.aboutTitle}</h2>
          {words.about.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
        <section>
          <h2>{words.keysTitle}</h2>
          <KeyList keys={[...words.keys, ...toolKeys]} />
        </section>
      </div>
    </dialog>
  );
}
