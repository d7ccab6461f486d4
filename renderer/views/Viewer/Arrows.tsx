// Renderer: the way to the previous and the next file by mouse.

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { shortcut } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import { texts } from '../../texts.js';
import { keepFocus } from './useFocusKept.js';
import type { Neighbours } from './useNeighbours.js';
import styles from './Arrows.module.css';
import viewer from './Viewer.module.css';

interface ArrowsProps {
  readonly neighbours: Neighbours;
  readonly go: (to: 'previous' | 'next') => void;
}

export function Arrows({ neighbours, go }: ArrowsProps) {
  return (
    <>
      {neighbours.previous !== null && (
        <IconButton
          className={`${styles.previous} ${viewer.fades}`}
          label={texts.previous}
          shortcut={shortcut('previous')}
          tooltipSide="right"
          onMouseDown={keepFocus}
          onClick={() => go('previous')}
          data-testid="viewer-prev"
        >
          <ChevronLeft size={32} strokeWidth={1.5} aria-hidden />
        </IconButton>
      )}
      {neighbours.next !== null && (
        <IconButton
          className={`${styles.next} ${viewer.fades}`}
          label={texts.next}
          shortcut={shortcut('next')}
          tooltipSide="left"
          onMouseDown={keepFocus}
          onClick={() => go('next')}
          data-testid="viewer-next"
        >
          <ChevronRight size={32} strokeWidth={1.5} aria-hidden />
        </IconButton>
      )}
    </>
  );
}
