// Renderer: the dates above the tiles. That of the section at the top of the view stays there, by CSS alone.

import { displayPath } from '../../../electron/shared/paths.js';
import { formatBytes, formatPeriod } from '../../format.js';
import { useApp } from '../../state/app.js';
import { idOfKey, rootOfKey } from '../../state/keys.js';
import { texts } from '../../texts.js';
import { contentHeight, sectionOfRow, type Layout } from './layout.js';
import { filesIn, HEADING_HEIGHT } from './sections.js';
import { PAD } from './useWindow.js';
import type { RowRange } from './window.js';
import styles from './Grid.module.css';

interface HeadingsProps {
  readonly layout: Layout;
  /** Rows that are drawn. */
  readonly range: RowRange;
  readonly keys: Float64Array;
  /** Height of what stands above the content, CSS pixels. */
  readonly lead: number;
}

export function Headings({ layout, range, lead, keys }: HeadingsProps) {
  const { library } = useApp();
  const { sections, heading, frame } = layout;
  const { titles } = sections;
  const to = Math.min(range.to, layout.rows);
  if (titles === null || range.from >= to) return null;
  const words = (section: number) => {
    const files = filesIn(sections, section);
    if (titles.kind === 'dates') {
      return { title: formatPeriod(titles.day[section]!, titles.unit), count: texts.items(files) };
    }
    const key = keys[sections.start[section]!];
    const listing = key === undefined ? undefined : library.listing(rootOfKey(key));
    const row = key === undefined || listing === undefined ? -1 : listing.rowOf(idOfKey(key));
    if (listing === undefined || row < 0) return { title: '', count: texts.items(files) };
    const size = formatBytes(listing.sizeAt(row));
    return { title: displayPath(listing.nameAt(row)), count: texts.timesOf({ count: files, size }) };
  };
  const shown = [];
  const last = sectionOfRow(layout, to - 1);
  for (let section = sectionOfRow(layout, range.from); section <= last; section++) {
    const top = heading[section]!;
    const end = heading[section + 1] ?? contentHeight(layout);
    const { title, count } = words(section);
    shown.push(
      <div key={section} className={styles.section} style={{ top: top + PAD, height: end - top }}>
        <div className={styles.heading} style={{ height: HEADING_HEIGHT }} data-testid="heading">
          <h2 className={styles.title}>{title}</h2>
          <span className={styles.items}>{count}</span>
        </div>
      </div>,
    );
  }
  return (
    <div className={styles.headings} style={{ top: lead, width: frame.width + 2 * PAD }}>
      {shown}
    </div>
  );
}
