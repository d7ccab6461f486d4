// Renderer: the line below the toolbar while something is looked for or filtered by: how many files that leaves, by what, and the ways out.

import { X } from 'lucide-react';
import { useApp } from '../../state/app.js';
import type { Criteria } from '../../state/criteria.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';
import { chipsOf } from './chips.js';
import { SearchEverywhere } from './SearchEverywhere.js';
import { useSearching } from './useSearching.js';
import styles from './Search.module.css';

export function ActiveFilters() {
  const { commands, view } = useApp();
  const criteria = useSelected(view, (now) => now.criteria);
  const chips = chipsOf(criteria);
  const searching = criteria.search.trim() !== '';
  if (chips.length === 0 && !searching) return null;
  return (
    <div className={styles.active} data-testid="active-filters">
      <Count criteria={criteria} />
      {searching && <SearchEverywhere className={styles.everywhere} />}
      <ul className={styles.chips} aria-label={texts.filterBy}>
        {chips.map(({ name, text, without }) => (
          <li key={name}>
            <button
              type="button"
              className={styles.chip}
              aria-label={texts.removeFilter(text)}
              title={texts.removeFilter(text)}
              onClick={() => view.narrow(without)}
              data-testid={`chip-${name}`}
            >
              <span>{text}</span>
              <X size={16} strokeWidth={1.5} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {chips.length > 0 && (
        <button
          type="button"
          className={styles.clearAll}
          onClick={() => commands.run('clearFilters')}
          data-testid="clear-filters"
        >
          {texts.clearAll}
        </button>
      )}
    </div>
  );
}

/** Of the files that are shown, which may be those of the query before for a moment. */
function Count({ criteria }: { readonly criteria: Criteria }) {
  const { items } = useApp();
  const count = useSelected(items, ({ keys }) => keys.length);
  const searching = useSearching(criteria);
  return (
    <p className={styles.count} role="status" data-testid="result-count" data-count={count}>
      {searching ? texts.searching : texts.results(count)}
    </p>
  );
}
