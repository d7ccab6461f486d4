// Renderer: every command with its keys, from the table.

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { shown } from '../../commands/keys.js';
import { COMMAND_IDS, GROUPS, keysOf, specOf, type CommandId, type Group } from '../../commands/table.js';
import { IconButton } from '../../components/Button.js';
import popup from '../../components/Popup.module.css';
import { texts } from '../../texts.js';
import styles from './Actions.module.css';

interface Line {
  readonly name: string;
  readonly keys: readonly string[];
}

/** The lines of a group; commands that share a row are one. */
function linesOf(group: Group): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const id of COMMAND_IDS.filter((one) => specOf(one).group === group)) {
    const { row } = specOf(id);
    const name = row ? texts.commandRows[row] : nameOf(id);
    const known = lines.get(name);
    // The same key without Shift is the same to a person.
    const keys = keysOf(id)
      .filter((one) => !/[=_]$/.test(one))
      .map((one) => shown(one));
    lines.set(name, { name, keys: [...(known?.keys ?? []), ...(row ? keys.slice(0, 1) : keys.slice(0, 2))] });
  }
  return [...lines.values()];
}

const nameOf = (id: CommandId): string => texts.commands[id].replace(/\s?…$/, '');

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
