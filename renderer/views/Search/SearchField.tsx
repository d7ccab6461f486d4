// Renderer: where one types what to look for. What is typed is looked for at once, in the open place.

import { useRef, type KeyboardEvent } from 'react';
import { Search, X } from 'lucide-react';
import { shortcut } from '../../commands/table.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';
import { focusGrid, SEARCH_ID } from './focus.js';
import { useReadiness } from './useReadiness.js';
import styles from './Search.module.css';

/** More than anybody types; a text that was pasted by mistake must not be carried about. */
const LONGEST = 500;

export function SearchField() {
  const { view } = useApp();
  const text = useSelected(view, (now) => now.criteria.search);
  const input = useRef<HTMLInputElement>(null);
  const ready = useReadiness();
  const onKeyDown = (event: KeyboardEvent) => {
    // The keys that choose among an input method's proposals are not ours.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (text === '') focusGrid();
      else view.narrow({ search: '' });
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      focusGrid();
    }
  };
  return (
    <div className={styles.field} role="search" onPointerEnter={ready}>
      <Search size={16} strokeWidth={1.5} aria-hidden className={styles.glass} />
      <input
        ref={input}
        id={SEARCH_ID}
        className={styles.input}
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST}
        aria-label={texts.searchHint}
        title={`${texts.searchHint} (${shortcut('search')})`}
        placeholder={texts.search}
        value={text}
        onChange={(event) => view.narrow({ search: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        data-testid="search"
      />
      {text !== '' && (
        <button
          type="button"
          className={styles.clear}
          aria-label={texts.clearSearch}
          title={texts.clearSearch}
          onClick={() => {
            view.narrow({ search: '' });
            input.current?.focus();
          }}
          data-testid="search-clear"
        >
          <X size={16} strokeWidth={1.5} aria-hidden />
        </button>
      )}
    </div>
  );
}
