// Renderer: the order of the pictures.

import { Fragment } from 'react';
import { Menu } from '@base-ui/react/menu';
import { ArrowDownUp, Check } from 'lucide-react';
import { SORTS_APART } from '../../commands/menu-groups.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import type { Sort } from '../../state/view.js';
import { texts } from '../../texts.js';
import { SORT_BUTTON } from './open-button.js';
import popup from '../../components/Popup.module.css';
import styles from './Toolbar.module.css';

export function SortMenu() {
  const { commands, view } = useApp();
  const sort = useSelected(view, (now) => now.sort);
  return (
    <Menu.Root>
      <Menu.Trigger
        id={SORT_BUTTON}
        className={styles.sort}
        aria-label={`${texts.sortMenu}: ${texts.sort(sort)}`}
        title={texts.sort(sort)}
        data-testid="sort"
      >
        <ArrowDownUp size={16} strokeWidth={1.5} aria-hidden />
        <span>{texts.sort(sort)}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popup.positioner} align="end" sideOffset={4}>
          <Menu.Popup className={popup.menu}>
            <Menu.RadioGroup value={sort} onValueChange={(next) => commands.run(`sort-${next as Sort}`)}>
              {SORTS_APART.map((group, index) => (
                <Fragment key={group[0]}>
                  {index > 0 && <Menu.Separator className={popup.separator} />}
                  {group.map((value) => (
                    <Menu.RadioItem
                      key={value}
                      value={value}
                      closeOnClick
                      className={popup.item}
                      data-testid={`sort-${value}`}
                    >
                      <span className={popup.mark}>
                        <Menu.RadioItemIndicator>
                          <Check size={16} strokeWidth={1.5} aria-hidden />
                        </Menu.RadioItemIndicator>
                      </span>
                      {texts.sort(value)}
                    </Menu.RadioItem>
                  ))}
                </Fragment>
              ))}
            </Menu.RadioGroup>
            {sort === 'shuffle' && (
              <Menu.Item
                className={popup.item}
                onClick={() => commands.run('shuffleAgain')}
                data-testid="shuffle-again"
              >
                <span className={popup.mark} />
                {texts.commands.shuffleAgain}
              </Menu.Item>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
