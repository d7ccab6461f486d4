// Renderer: name, facts and controls above the picture; fades while nobody moves.

import { Dialog } from '@base-ui/react/dialog';
import { GalleryHorizontal, Info, RotateCw, X } from 'lucide-react';
import { shown } from '../../commands/keys.js';
import { shortcut, shortcuts } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import { formatBytes, formatDuration, formatWallTime } from '../../format.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';
import { FavouriteButton, RatingButton } from './Marks.js';
import { PhotoControls } from './PhotoControls.js';
import { ShowControls } from './ShowControls.js';
import type { Subject } from './subject.js';
import { keepFocus } from './useFocusKept.js';
import type { Neighbours } from './useNeighbours.js';
import { VideoControls } from './VideoControls.js';
import type { Commands } from './viewerKeys.js';
import type { ViewerState } from './viewerState.js';
import styles from './Bar.module.css';
import viewerStyles from './Viewer.module.css';

interface TopBarProps {
  readonly subject: Subject;
  readonly neighbours: Neighbours;
  readonly viewer: ViewerState;
  readonly commands: Commands;
  readonly fit: boolean;
  readonly info: boolean;
  /** Whether a slideshow runs. */
  readonly running: boolean;
}

export function TopBar({ subject, neighbours, viewer, commands, fit, info, running }: TopBarProps) {
  const filmstrip = useSelected(viewer.settings, (now) => now.filmstrip);
  const { kind, taken, width, height, duration, size } = subject;
  const facts = [
    subject.folder,
    taken === null ? '' : formatWallTime(taken),
    width > 0 ? texts.pixels(width, height) : '',
    duration > 0 ? formatDuration(duration) : '',
    formatBytes(size),
  ].filter((fact) => fact !== '');
  return (
    <header className={`${styles.bar} ${viewerStyles.fades}`} onMouseDown={keepFocus}>
      <div className={styles.title}>
        <Dialog.Title className={styles.name}>{subject.name}</Dialog.Title>
        <p className={styles.details}>
          {facts.map((fact, index) => (
            <span key={index}>{fact}</span>
          ))}
        </p>
      </div>
      <span className={styles.position} data-testid="viewer-position">
        {texts.position(neighbours.index + 1, neighbours.total)}
      </span>
      <IconButton
        className={styles.control}
        label={texts.turnRight}
        shortcut={shortcuts('turnRight', 'turnLeft')}
        onClick={() => commands.turn(1)}
        data-testid="viewer-rotate"
      >
        <RotateCw size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
      {kind === 'photo' ? (
        <PhotoControls fit={fit} commands={commands} />
      ) : (
        <VideoControls viewer={viewer} commands={commands} />
      )}
      <FavouriteButton item={subject.item} />
      <RatingButton item={subject.item} />
      <ShowControls running={running} />
      {/* A slideshow has the whole screen for its pictures. */}
      {!running && (
        <>
          <IconButton
            className={styles.control}
            label={texts.filmstrip}
            shortcut={shortcut('filmstrip')}
            aria-pressed={filmstrip}
            onClick={commands.toggleFilmstrip}
            data-testid="viewer-filmstrip-button"
          >
            <GalleryHorizontal size={20} strokeWidth={1.5} aria-hidden />
          </IconButton>
          <IconButton
            className={styles.control}
            label={texts.info}
            shortcut={shortcut('info')}
            aria-pressed={info}
            onClick={commands.toggleInfo}
            data-testid="viewer-info-button"
          >
            <Info size={20} strokeWidth={1.5} aria-hidden />
          </IconButton>
        </>
      )}
      <Dialog.Close
        render={
          <IconButton
            className={styles.control}
            label={running ? texts.leaveShow : texts.close}
            shortcut={shown('Escape')}
            data-testid="viewer-close"
          >
            <X size={20} strokeWidth={1.5} aria-hidden />
          </IconButton>
        }
      />
    </header>
  );
}
