// Renderer: leads from one page of the grid to the next, where a person wants pages.

import { useEffect } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '../../components/Button.js';
import { modifier } from '../../shortcuts.js';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import type { Pages } from './pages.js';
import styles from './Grid.module.css';

export function PageBar({ pages: store }: { readonly pages: Pages }) {
  const { page, pages } = useStore(store);
  const { view } = useApp();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { item, problems, activity, settings } = view.get();
      const free = item === null && !problems && !activity && !settings;
      const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
      if (step === 0 || !free || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      store.turn(store.get().page + step);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store, view]);
  if (pages === 1) return null;
  return (
    <nav className={styles.pageBar} aria-label={texts.options.itemsPerPage.name} data-testid="pages">
      <IconButton
        label={texts.previousPage}
        shortcut={`${modifier()}PgUp`}
        tooltipSide="top"
        disabled={page === 0}
        onClick={() => store.turn(page - 1)}
      >
        <ChevronLeft size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
      <span aria-live="polite">{texts.pageOf({ page: page + 1, pages })}</span>
      <IconButton
        label={texts.nextPage}
        shortcut={`${modifier()}PgDn`}
        tooltipSide="top"
        disabled={page === pages - 1}
        onClick={() => store.turn(page + 1)}
      >
        <ChevronRight size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </nav>
  );
}
