// Renderer: the lines of the problems dialog, virtualised because there may be thousands.

import { useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { FolderOpen, RotateCw } from 'lucide-react';
import { IconButton } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';
import type { ProblemLine } from './useProblems.js';
import styles from './Problems.module.css';

/** First guess of a line's height, CSS pixels; measured afterwards. */
const LINE = 68;

export function ProblemList({ lines }: { readonly lines: readonly ProblemLine[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 4,
  });
  if (lines.length === 0) return null;
  return (
    <div className={styles.scroller} ref={scroller} tabIndex={-1}>
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className={styles.line}
            style={{ transform: `translateY(${start}px)` }}
            data-testid="problem"
          >
            <Line line={lines[index]!} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ line }: { readonly line: ProblemLine }) {
  const actions = useActions();
  const { notices } = useApp();
  const { item, check } = line;
  return (
    <>
      <div className={styles.words}>
        <p className={styles.file}>
          <span className={styles.name}>{line.name}</span>
          <span className={styles.folder}>{line.folder}</span>
        </p>
        <p className={styles.reason}>
          {line.title}: {line.message}
        </p>
      </div>
      {check !== null && (
        <IconButton
          label={texts.commands.checkFolder}
          onClick={() => {
            actions.refreshFolder(check.root, check.folder);
            notices.show(texts.triedAgain);
          }}
          data-testid="problem-check"
        >
          <RotateCw size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      )}
      {item !== null && (
        <>
          {line.retryable && (
            <IconButton label={texts.tryAgain} onClick={() => void actions.retryThumbnail(item)}>
              <RotateCw size={16} strokeWidth={1.5} aria-hidden />
            </IconButton>
          )}
          <IconButton label={texts.showInFolder} onClick={() => actions.showInFolder(item)}>
            <FolderOpen size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        </>
      )}
    </>
  );
}
