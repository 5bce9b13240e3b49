import { Icon } from '../icon.tsx';
import { words } from './key-words.ts';

/** Every key there is. */
export function KeysSheet() {
  return (
    <div id="keys" class="options keys" popover="auto" role="dialog" aria-labelledby="keys-title">
      <h2 id="keys-title">{words.title}</h2>
      <button type="button" aria-label={words.close} popovertarget="keys" popovertargetaction="hide">
        <Icon name="close" />
      </button>
      <dl>
        {words.keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
