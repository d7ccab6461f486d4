// Renderer: folders that were hidden, with the way back; there only while there are any.

import { Eye } from 'lucide-react';
import { displayPath } from '../../../electron/shared/paths.js';
import { runWith } from '../../commands/folder-commands.js';
import { shortcut } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import styles from './Sidebar.module.css';

export function HiddenFolders({ onOpen }: { readonly onOpen: () => void }) {
  const app = useApp();
  const { marks, roots, view } = app;
  const hidden = useStore(marks.hidden);
  const list = useStore(roots);
  const folders = list.flatMap(({ id, name }) =>
    (hidden.get(id) ?? []).map((path) => ({ root: id, path, name: displayPath(`${name}/${path}`) })),
  );
  if (folders.length === 0) return null;
  return (
    <section className={styles.hidden} aria-label={texts.hiddenFolders} data-testid="hidden-folders">
      <h2 className={styles.heading}>{texts.hiddenFolders}</h2>
      <ul>
        {folders.map(({ root, path, name }) => (
          <li
            key={`${root}/${path}`}
            className={styles.hiddenFolder}
            data-root={root}
            data-folder={path}
            data-path={path}
          >
            <button
              type="button"
              className={styles.name}
              title={name}
              onClick={() => {
                view.open({ kind: 'folder', root, path });
                onOpen();
              }}
            >
              {name}
            </button>
            <IconButton
              label={texts.showFolder}
              tooltipSide="right"
              shortcut={shortcut('showFolder')}
              onClick={() => runWith(app, 'showFolder', { root, path })}
              data-testid="show-folder"
            >
              <Eye size={16} strokeWidth={1.5} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
