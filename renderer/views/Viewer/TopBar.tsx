// Renderer: name, facts and controls above the picture; fades while nobody moves.

import { Dialog } from '@base-ui/react/dialog';
import { Info, Maximize, Scan, X } from 'lucide-react';
import { IconButton } from '../../components/Button.js';
import { formatBytes, formatDuration } from '../../format.js';
import { texts } from '../../texts.js';
import type { Neighbours } from './useNeighbours.js';
import type { Subject } from './subject.js';
import styles from './Viewer.module.css';

interface TopBarProps {
  readonly subject: Subject;
  readonly neighbours: Neighbours;
  readonly fit: boolean;
  readonly info: boolean;
  readonly onActual: () => void;
  readonly onInfo: () => void;
}

export function TopBar({ subject, neighbours, fit, info, onActual, onInfo }: TopBarProps) {
  const { kind, width, height, duration, size } = subject;
  const facts = [
    subject.folder,
    width > 0 ? texts.pixels(width, height) : '',
    duration > 0 ? formatDuration(duration) : '',
    formatBytes(size),
  ].filter((fact) => fact !== '');
  return (
    <header className={styles.bar}>
      <div className={styles.title}>
        <Dialog.Title className={styles.name}>{subject.name}</Dialog.Title>
        <p className={styles.details}>
          {facts.map((fact, index) => (
            <span key={index}>{fact}</span>
          ))}
        </p>
      </div>
      <span className={styles.position} data-testid="viewer-position">
        {texts.position(neighbours.position, neighbours.total)}
      </span>
      {kind === 'photo' && (
        <IconButton
          className={styles.control}
          label={fit ? texts.actualSize : texts.fit}
          shortcut="Z"
          onClick={onActual}
        >
          {fit ? (
            <Maximize size={20} strokeWidth={1.5} aria-hidden />
          ) : (
            <Scan size={20} strokeWidth={1.5} aria-hidden />
          )}
        </IconButton>
      )}
      <IconButton
        className={styles.control}
        label={texts.info}
        shortcut="I"
        aria-pressed={info}
        onClick={onInfo}
        data-testid="viewer-info-button"
      >
        <Info size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
      <Dialog.Close
        render={
          <IconButton
            className={styles.control}
            label={texts.close}
            shortcut="Esc"
            data-testid="viewer-close"
          >
            <X size={20} strokeWidth={1.5} aria-hidden />
          </IconButton>
        }
      />
    </header>
  );
}
