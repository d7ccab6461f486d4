// Renderer: the path of the open folder; each part leads there. Those that have no room stand behind one button.

import { Fragment } from 'react';
import { ChevronRight } from 'lucide-react';
import { useApp } from '../../state/app.js';
import { folderOf } from '../../state/places.js';
import { useSelected, useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { crumbsOf } from './crumbs.js';
import { ParentsMenu } from './ParentsMenu.js';
import { useFold } from './useFold.js';
import styles from './Toolbar.module.css';

export function Breadcrumb() {
  const { view, roots } = useApp();
  const place = useSelected(view, (now) => now.place);
  const list = useStore(roots);
  const folder = folderOf(place);
  const root = folder && list.find(({ id }) => id === folder.root);
  const crumbs = crumbsOf(place, root?.name ?? '', list.length);
  const { path, folded, whole } = useFold(crumbs.map(({ name }) => name));
  return (
    <nav
      ref={path}
      className={styles.breadcrumb}
      // Not more than that of the bar: what would stay folded all the same takes no room from the search field.
      style={{ flexBasis: whole === undefined ? undefined : `min(${whole}px, 50cqi)` }}
      aria-label={texts.path}
      data-deep={crumbs.length > 1}
      data-testid="breadcrumb"
    >
      <ol>
        {folded > 0 && (
          <li>
            <ParentsMenu crumbs={crumbs.slice(0, folded)} />
          </li>
        )}
        {crumbs.map((crumb, index) => {
          if (index < folded) return null;
          const last = index === crumbs.length - 1;
          return (
            <Fragment key={index}>
              {index > 0 && (
                <li aria-hidden className={styles.separator}>
                  <ChevronRight size={16} strokeWidth={1.5} />
                </li>
              )}
              <li className={last ? styles.here : styles.crumb}>
                {last ? (
                  <h1 aria-current="page" title={crumb.name}>
                    {crumb.name}
                  </h1>
                ) : (
                  <button type="button" title={crumb.name} onClick={() => view.open(crumb.place)}>
                    {crumb.name}
                  </button>
                )}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </nav>
  );
}
