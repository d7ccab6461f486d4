// Renderer: every command with its keys, from the table.

import { Dialog } from '@base-ui/react/dialog';
import { linesOf } from '../../commands/sheet.js';
import { GROUPS } from '../../commands/table.js';
import { CloseButton } from '../../components/CloseButton.js';
import popup from '../../components/Popup.module.css';
import { texts } from '../../texts.js';
import styles from './Actions.module.css';

export function Shortcuts() {
  return (
    <>
      <div className={styles.head}>
        <Dialog.Title className={popup.title}>{texts.commands.shortcuts}</Dialog.Title>
        <CloseButton />
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
