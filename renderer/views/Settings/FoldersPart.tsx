// Renderer: the folders of the gallery in the settings dialog.

import { useState } from 'react';
import type { RootInfo } from '../../../electron/shared/contract.js';
import { displayPath } from '../../../electron/shared/paths.js';
import { Button } from '../../components/Button.js';
import { Confirm } from '../../components/Confirm.js';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';
import styles from './Settings.module.css';

export function FoldersPart() {
  const { roots } = useApp();
  const actions = useActions();
  const list = useStore(roots);
  const [asked, setAsked] = useState<RootInfo | null>(null);
  return (
    <section className={styles.group} aria-label={texts.settingsGroups.folders}>
      <h3 className={styles.heading}>{texts.settingsGroups.folders}</h3>
      {list.map((root) => (
        <div key={root.id} className={styles.row}>
          <span className={styles.words}>{displayPath(root.path)}</span>
          <Button onClick={() => setAsked(root)}>{texts.removeFolder}</Button>
        </div>
      ))}
      <div className={styles.row}>
        <span className={styles.words} />
        <Button onClick={actions.chooseFolders}>{texts.addFolder}</Button>
      </div>
      <Confirm
        open={asked !== null}
        title={texts.removeTitle(asked?.name ?? '')}
        body={texts.removeBody}
        action={texts.remove}
        onConfirm={() => {
          setAsked(null);
          if (asked !== null) actions.removeRoot(asked.id);
        }}
        onClose={() => setAsked(null)}
      />
    </section>
  );
}
