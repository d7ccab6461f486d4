// Renderer: the folders of the gallery in the settings dialog.

import { useState, type ReactNode } from 'react';
import type { RootInfo } from '../../../electron/shared/contract.js';
import type { OptionStates } from '../../../electron/shared/options.js';
import { displayPath } from '../../../electron/shared/paths.js';
import { Button } from '../../components/Button.js';
import { Confirm } from '../../components/Confirm.js';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { useActions } from '../../state/useActions.js';
import { texts } from '../../texts.js';
import { OptionRow, Source } from './OptionRow.js';
import styles from './Settings.module.css';

interface FoldersPartProps {
  /** Folders that this run was started with: they are there as long as it runs. */
  readonly given: OptionStates['mediaDirs'];
  readonly userDataDir: OptionStates['userDataDir'];
}

export function FoldersPart({ given, userDataDir }: FoldersPartProps) {
  const { roots } = useApp();
  const actions = useActions();
  const list = useStore(roots);
  const [asked, setAsked] = useState<RootInfo | null>(null);
  const named = new Set(given.source === 'default' ? [] : given.value);
  /** Those that are part of another folder. */
  const others = [...named].filter(
    (path) =>
      list.every((root) => root.path !== path) &&
      list.some((root) => path.startsWith(root.path) && /^[\\/]/.test(path.slice(root.path.length))),
  );
  return (
    <section className={styles.group} aria-label={texts.settingsGroups.folders}>
      <h3 className={styles.heading}>{texts.settingsGroups.folders}</h3>
      {list.map((root) => (
        <FolderRow key={root.id} path={root.path} given={named.has(root.path) ? given : undefined}>
          <Button disabled={named.has(root.path)} onClick={() => setAsked(root)}>
            {texts.removeFolder}
          </Button>
        </FolderRow>
      ))}
      {others.map((path) => (
        <FolderRow key={path} path={path} given={given} />
      ))}
      <div className={styles.row}>
        <span className={styles.words} />
        <Button onClick={actions.chooseFolders}>{texts.addFolder}</Button>
      </div>
      {userDataDir.source !== 'default' && <OptionRow name="userDataDir" state={userDataDir} />}
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

interface FolderRowProps {
  readonly path: string;
  /** Who says that it is there. */
  readonly given: OptionStates['mediaDirs'] | undefined;
  readonly children?: ReactNode;
}

function FolderRow({ path, given, children }: FolderRowProps) {
  return (
    <div className={styles.row} data-testid="settings-folder" data-source={given?.source ?? 'saved'}>
      <div className={styles.words}>
        <span>{displayPath(path)}</span>
        {given !== undefined && <Source state={given} />}
      </div>
      {children}
    </div>
  );
}
