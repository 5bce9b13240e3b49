import { Icon } from '../widgets/icon.tsx';
import { KeyList } from '../widgets/key-list.tsx';
import { words } from './key-words.ts';

/** Every key there is. */
export function KeysSheet() {
  return (
    <div id="keys" class="options keys" popover="auto" role="dialog" aria-labelledby="keys-title">
      <h2 id="keys-title">{words.title}</h2>
      <button type="button" aria-label={words.close} popovertarget="keys" popovertargetaction="hide">
        <Icon name="close" />
      </button>
      <KeyList keys={words.keys} />
    </div>
  );
}
