// Renderer: the first start: one sentence and the way in.

import { FolderOpen } from 'lucide-react';
import { Button } from '../../components/Button.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';
import styles from './Welcome.module.css';

export function Welcome() {
  const actions = useActions();
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
    </main>
  );
}
