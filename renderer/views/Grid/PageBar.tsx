// Renderer: leads from one page of the grid to the next, where a person wants pages.

import { useEffect } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Handler } from '../../commands/registry.js';
import { shortcut } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import type { Pages } from './pages.js';
import styles from './Grid.module.css';

export function PageBar({ pages: store }: { readonly pages: Pages }) {
  const { page, pages } = useStore(store);
  const { commands } = useApp();
  useEffect(() => {
    const turn = (step: 1 | -1): Handler => ({
      can: () => page + step >= 0 && page + step < pages,
      run: () => store.turn(page + step),
    });
    return commands.register('pages', { previousPage: turn(-1), nextPage: turn(1) });
    // Said anew with each page: the menu shows whether there is another.
  }, [commands, store, page, pages]);
  if (pages === 1) return null;
  return (
    <nav className={styles.pageBar} aria-label={texts.options.itemsPerPage.name} data-testid="pages">
      <IconButton
        label={texts.previousPage}
        shortcut={shortcut('previousPage')}
        tooltipSide="top"
        disabled={page === 0}
        onClick={() => commands.run('previousPage')}
      >
        <ChevronLeft size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
      <span aria-live="polite">{texts.pageOf({ page: page + 1, pages })}</span>
      <IconButton
        label={texts.nextPage}
        shortcut={shortcut('nextPage')}
        tooltipSide="top"
        disabled={page === pages - 1}
        onClick={() => commands.run('nextPage')}
      >
        <ChevronRight size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </nav>
  );
}
