// Renderer: the first start: one sentence and the way in.

import { useState } from 'react';
import { FolderOpen } from 'lucide-react';
import { Button } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';
import { ClearThumbnails } from '../Status/ClearThumbnails.js';
import styles from './Welcome.module.css';

export function Welcome() {
  const actions = useActions();
  const bytes = useSelected(useApp().thumbnailStatus, (now) => now.bytes);
  const [clearing, setClearing] = useState(false);
  return (
    <main className={styles.welcome} data-testid="welcome">
      <div className={styles.mosaic} aria-hidden>
        {Array.from({ length: 8 }, (_, index) => (
          <span key={index} />
        ))}
      </div>
      <h1 className={styles.title}>{texts.welcome}</h1>
      <p className={styles.more}>{texts.welcomeMore}</p>
      <Button
        look="primary"
        className={styles.choose}
        onClick={actions.chooseFolders}
        data-testid="choose-folder"
        aria-keyshortcuts="Control+O"
      >
        <FolderOpen size={20} strokeWidth={1.5} aria-hidden />
        {texts.chooseFolder}
      </Button>
      <p className={styles.drop}>{texts.orDrop}</p>
      {bytes > 0 && (
        <p className={styles.kept}>
          {texts.thumbnailsLeft(bytes)}
          <Button onClick={() => setClearing(true)} data-testid="clear-thumbnails">
            {texts.clearEllipsis}
          </Button>
        </p>
      )}
      <ClearThumbnails open={clearing} onClose={() => setClearing(false)} />
    </main>
  );
}
