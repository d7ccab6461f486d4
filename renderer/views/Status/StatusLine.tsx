// Renderer: the line at the bottom: how much there is, how far thumbnails are, how fresh it is.

import { TriangleAlert } from 'lucide-react';
import { useApp } from '../../state/app.js';
import { useSelected, useStore } from '../../state/store.js';
import { said, texts } from '../../texts.js';
import { freshness } from './freshness.js';
import { ThumbnailsPart } from './ThumbnailsPart.js';
import { useNow } from './useNow.js';
import styles from './StatusLine.module.css';

export function StatusLine() {
  const { items, roots, thumbnailStatus, problemCount, view } = useApp();
  const { photos, videos } = useSelected(items, (now) => now.totals);
  const list = useStore(roots);
  const thumbnails = useStore(thumbnailStatus);
  const { done, total, failed, notice } = thumbnails;
  const problems = useStore(problemCount) + failed;
  const now = useNow(Math.min(...list.map(({ checkedAt }) => checkedAt)));
  const fresh = freshness(list, now);
  const scanning = list.some(({ state }) => state === 'scanning');
  return (
    <footer
      className={styles.line}
      data-testid="status"
      data-items={photos + videos}
      data-thumbnails-done={done}
      data-thumbnails-total={total}
      data-thumbnails-failed={failed}
      data-scanning={scanning}
      data-problems={problems}
    >
      <span className={styles.part}>{texts.statusCounts(photos, videos)}</span>
      {total > 0 && <ThumbnailsPart />}
      {notice !== null && (
        <button
          type="button"
          className={styles.notice}
          data-testid="status-notice"
          onClick={() => view.change({ problems: true })}
        >
          <span>{said(notice)}</span>
        </button>
      )}
      <span className={styles.space} />
      {problems > 0 && (
        <button
          type="button"
          className={styles.problems}
          onClick={() => view.change({ problems: true })}
          data-testid="problems-button"
        >
          <TriangleAlert size={16} strokeWidth={1.5} aria-hidden />
          {texts.problemCount(problems)}
        </button>
      )}
      <span className={styles.fresh} title={fresh}>
        {fresh}
      </span>
    </footer>
  );
}
