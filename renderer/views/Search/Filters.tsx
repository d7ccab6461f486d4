// Renderer: the button that opens what one can filter by.

import { useState } from 'react';
import { Popover } from '@base-ui/react/popover';
import { ListFilter } from 'lucide-react';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';
import { FILTER_BUTTON } from '../Toolbar/open-button.js';
import { chipsOf } from './chips.js';
import { FacetList } from './FacetList.js';
import styles from './Search.module.css';

export function Filters() {
  const { view } = useApp();
  const [open, setOpen] = useState(false);
  const count = useSelected(view, ({ criteria }) => chipsOf(criteria).length);
  const label = count === 0 ? texts.filterBy : `${texts.filterBy}, ${texts.filtersSet(count)}`;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        id={FILTER_BUTTON}
        className={styles.trigger}
        data-set={count > 0}
        aria-label={label}
        title={label}
        data-testid="filters"
      >
        <ListFilter size={16} strokeWidth={1.5} aria-hidden />
        {count > 0 && <span aria-hidden>{count}</span>}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner
          className={popup.positioner}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          // A long list is scrolled: beside its button it would cover the bar.
          collisionAvoidance={{ fallbackAxisSide: 'none' }}
        >
          <Popover.Popup className={styles.popup} data-testid="filters-popup">
            <Popover.Title className={popup.title}>{texts.filterBy}</Popover.Title>
            <FacetList />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
