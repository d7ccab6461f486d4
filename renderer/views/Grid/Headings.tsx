// Renderer: the dates above the tiles. That of the section at the top of the view stays there, by CSS alone.

import { formatPeriod } from '../../format.js';
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
}

export function Headings({ layout, range }: HeadingsProps) {
  const { sections, heading, frame } = layout;
  const { titles } = sections;
  const to = Math.min(range.to, layout.rows);
  if (titles === null || range.from >= to) return null;
  const shown = [];
  const last = sectionOfRow(layout, to - 1);
  for (let section = sectionOfRow(layout, range.from); section <= last; section++) {
    const top = heading[section]!;
    const end = heading[section + 1] ?? contentHeight(layout);
    const title = formatPeriod(titles.day[section]!, titles.unit);
    shown.push(
      <div key={section} className={styles.section} style={{ top: top + PAD, height: end - top }}>
        <div className={styles.heading} style={{ height: HEADING_HEIGHT }} data-testid="heading">
          <h2 className={styles.title}>{title}</h2>
          <span className={styles.items}>{texts.items(filesIn(sections, section))}</span>
        </div>
      </div>,
    );
  }
  return (
    <div className={styles.headings} style={{ width: frame.width + 2 * PAD }}>
      {shown}
    </div>
  );
}
