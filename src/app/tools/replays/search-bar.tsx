import type { Signal } from '@preact/signals';
import { Select } from '../../widgets/select.tsx';
import { ORDERS, type SortOrder, type Wanted } from './search.ts';
import { words } from './words.ts';

/** Narrows the list down and puts it in order. */
export function SearchBar({ wanted, tags }: { wanted: Signal<Wanted>; tags: readonly string[] }) {
  const set = (to: Partial<Wanted>) => {
    wanted.value = { ...wanted.value, ...to };
  };
  const { text, tag, order } = wanted.value;
  return (
    <div class="finder">
      <div class="field">
        <label for="replays-search">{words.search}</label>
        <input
          id="replays-search"
          type="search"
          value={text}
          onInput={({ currentTarget }) => set({ text: currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for="replays-order">{words.order}</label>
        <Select id="replays-order" value={order} choose={(picked) => set({ order: picked as SortOrder })}>
          {ORDERS.map((each) => (
            <option key={each} value={each}>
              {words.orders[each]}
            </option>
          ))}
        </Select>
      </div>
      {tags.length > 0 && (
        <fieldset class="tag-filter">
          <legend class="unseen">{words.tagFilter}</legend>
          {['', ...tags].map((each) => (
            <button key={each} type="button" aria-pressed={tag === each} onClick={() => set({ tag: each })}>
              {each || words.allTags}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
