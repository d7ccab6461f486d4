// Renderer: every command with its keys, from the table.

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { shown } from '../../commands/keys.js';
import { linesOf } from '../../commands/sheet.js';
import { GROUPS } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import popup from '../../components/Popup.module.css';
import { texts } from '../../texts.js';
import styles from './Actions.module.css';

export function Shortcuts() {
  return (
    <>
      <div className={styles.head}>
        <Dialog.Title className={popup.title}>{texts.commands.shortcuts}</Dialog.Title>
        <Dialog.Close
          render={
            <IconButton label={texts.close} shortcut={shown('Escape')}>
              <X size={20} strokeWidth={1.5} aria-hidden />
            </IconButton>
          }
        />
      </div>
      <div
        className={styles.sheet}
        data-first
        tabIndex={0}
        role="group"
        aria-label={texts.commands.shortcuts}
      >
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{texts.commandGroups[group]}</h3>
            <dl>
              {linesOf(group).map(({ name, keys }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}
