// Renderer: the folders in a folder as cards, above the pictures that lie in it. Only rows near the view are in the page.

import { use, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { CloudOff, Folder } from 'lucide-react';
import { ofKey, type OwnKey } from '../../commands/own-keys.js';
import { Cover } from '../../components/Cover.js';
import { useApp } from '../../state/app.js';
import { texts } from '../../texts.js';
import { EdgeContext } from '../Grid/edge.js';
import { folderData, type FolderCard } from './foldersAt.js';
import { useCardRows } from './useCardRows.js';
import styles from './FolderCards.module.css';

interface FolderCardsProps {
  readonly cards: readonly FolderCard[];
  /** The id of the one that was opened last: whoever comes back is there again. */
  readonly last: string | undefined;
  /** Whether pictures follow below. */
  readonly more: boolean;
  readonly onOpen: (card: FolderCard) => void;
  readonly onUp: () => void;
}

export function FolderCards({ cards, last, more, onOpen, onUp }: FolderCardsProps) {
  const { selection } = useApp();
  const element = useRef<HTMLDivElement>(null);
  const rows = useCardRows(element, cards.length, use(EdgeContext));
  const [wanted, setWanted] = useState(() => cards.findIndex(({ id }) => id === last));
  const active = Math.max(0, Math.min(wanted, cards.length - 1));
  // Tab leads to a card that is in the page.
  const stop = active >= rows.from && active < rows.to ? active : rows.from;
  const moved = useRef(false);
  // A card outside the view comes into the page only with the next drawing.
  useLayoutEffect(() => {
    if (!moved.current) return;
    const card = element.current?.querySelector<HTMLElement>(`[data-card="${active}"]`);
    if (card == null) return;
    moved.current = false;
    card.focus();
    card.scrollIntoView({ block: 'nearest' });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    // It first lets go of what is selected, as everywhere.
    if (event.key === 'Escape' && selection.count.get() > 0) return;
    const { columns } = rows;
    const ups: Readonly<Record<OwnKey<'cards', 'up'>, () => void>> = { Backspace: onUp, Escape: onUp };
    const up = ofKey(ups, event.key);
    const goals: Readonly<Record<OwnKey<'cards', 'move'>, number>> = {
      ArrowLeft: active - 1,
      ArrowRight: active + 1,
      ArrowUp: active - columns,
      ArrowDown: active + columns,
      Home: 0,
      End: cards.length - 1,
    };
    const goal = ofKey(goals, event.key);
    if (up !== undefined) up();
    else if (goal === undefined) return;
    // From the last row on into the pictures.
    else if (event.key === 'ArrowDown' && goal >= cards.length && more) {
      const tile = element.current
        ?.closest('[data-scroller]')
        ?.querySelector<HTMLElement>('[data-testid="tile"]');
      tile?.focus();
    } else if (goal >= 0 && goal < cards.length) {
      moved.current = true;
      setWanted(goal);
      rows.reveal(goal);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  if (cards.length === 0) return null;
  return (
    <div
      ref={element}
      role="group"
      aria-label={texts.folders}
      className={styles.cards}
      style={{ height: rows.height }}
      onKeyDown={onKeyDown}
      data-testid="folder-cards"
      data-count={cards.length}
    >
      {cards.slice(rows.from, rows.to).map((card, i) => {
        const index = rows.from + i;
        return (
          <button
            key={card.id}
            type="button"
            className={styles.card}
            style={rows.box(index)}
            tabIndex={index === stop ? 0 : -1}
            data-card={index}
            data-name={card.name}
            data-offline={card.offline}
            {...folderData(card)}
            data-testid="folder-card"
            onFocus={() => setWanted(index)}
            onClick={() => onOpen(card)}
          >
            <span className={styles.picture}>
              {card.cover === null ? (
                <Folder size={32} strokeWidth={1} aria-hidden />
              ) : (
                <Cover key={card.cover} item={card.cover} />
              )}
            </span>
            <span className={styles.name}>
              <span>{card.name}</span>
              {card.offline && <CloudOff size={16} strokeWidth={1.5} aria-label={texts.offline} />}
            </span>
            <span className={styles.count}>{texts.items(card.count)}</span>
          </button>
        );
      })}
    </div>
  );
}
