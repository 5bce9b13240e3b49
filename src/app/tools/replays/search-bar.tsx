import type { Signal } from '@preact/signals';
import { FileText } from '../../widgets/file-text.tsx';
import { Select } from '../../widgets/select.tsx';
import { ORDERS, type SearchQuery, type SortOrder } from './search.ts';
import { words } from './words.ts';

/** Search text, sort order and tag filter of the list. */
export function SearchBar({ wanted, tags }: { wanted: Signal<SearchQuery>; tags: readonly string[] }) {
  const set = (to: Partial<SearchQuery>) => {
    wanted.value = { ...wanted.value, ...to };
  };
  const { text, tag, order } = wanted.value;
  return (
    <div class="search-bar">
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
              <FileText text={each || words.allTags} />
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
