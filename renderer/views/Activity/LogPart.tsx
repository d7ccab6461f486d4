// Renderer: the last lines of the log, to be filtered by words and by how bad they are.

import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Select } from '@base-ui/react/select';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown } from 'lucide-react';
import {
  ACTIVITY_LEVELS,
  type ActivityLevel,
  type LogLine,
  type LogTail,
} from '../../../electron/shared/activity.js';
import { Loading } from '../../components/Loading.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import { said, texts } from '../../texts.js';
import { matchingLines } from './log-lines.js';
import styles from './Activity.module.css';

/** First guess of a line's height, CSS pixels. */
const LINE = 20;

const NOTHING: LogTail = { lines: [], isKept: true, problem: null };

export function LogPart({ at }: { readonly at: number }) {
  const { gallery, notices } = useApp();
  // Null until main has answered: whether there are lines is not known before.
  const [tail, setTail] = useState<LogTail | null>(null);
  const { lines, isKept, problem } = tail ?? NOTHING;
  const [words, setWords] = useState('');
  const [level, setLevel] = useState<ActivityLevel>('DEBUG');
  useEffect(() => {
    let open = true;
    gallery.call('activity.log').then((read) => open && setTail(read), notices.report);
    return () => void (open = false);
  }, [gallery, notices, at]);
  const wanted = useDeferredValue(words);
  const shown = useMemo(() => matchingLines(lines, wanted, level), [lines, wanted, level]);
  return (
    <>
      <div className={styles.filter}>
        <input
          type="search"
          className={styles.input}
          aria-label={texts.logFilter}
          placeholder={texts.logFilter}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          data-testid="activity-log-filter"
        />
        <Level level={level} onLevel={setLevel} />
      </div>
      {problem !== null && (
        <p className={styles.warning} data-testid="activity-log-problem">
          {said(problem)}
        </p>
      )}
      {!isKept && (
        <p className={styles.warning} data-testid="activity-log-off">
          {lines.length > 0 ? texts.logOld : texts.logOff}
        </p>
      )}
      {tail === null ? (
        <Loading className={styles.note} />
      ) : shown.length === 0 ? (
        <p className={styles.note}>{texts.logNone}</p>
      ) : (
        <Lines lines={shown} />
      )}
    </>
  );
}

function Level({
  level,
  onLevel,
}: {
  readonly level: ActivityLevel;
  readonly onLevel: (to: ActivityLevel) => void;
}) {
  return (
    <Select.Root value={level} onValueChange={(next) => next && onLevel(next)}>
      <Select.Trigger className={styles.select} aria-label={texts.logLevel} data-testid="activity-log-level">
        <span className={styles.muted}>{texts.logLevel}</span>
        <Select.Value />
        <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner
          className={popup.positioner}
          alignItemWithTrigger={false}
          align="end"
          sideOffset={4}
        >
          <Select.Popup className={popup.menu}>
            {ACTIVITY_LEVELS.map((one) => (
              <Select.Item key={one} value={one} className={popup.item}>
                <Select.ItemText>{one}</Select.ItemText>
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}

/** Latest first: what just happened is what one looks for. */
function Lines({ lines }: { readonly lines: readonly LogLine[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 10,
    paddingStart: LINE / 4,
    paddingEnd: LINE / 4,
  });
  return (
    <div className={styles.log} ref={scroller} tabIndex={0} role="log" aria-label={texts.activityTabs.log}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const { time, module, level, message } = lines[index]!;
          return (
            <p
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-level={level}
              data-testid="activity-log-line"
              className={styles.logLine}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span className={styles.muted}>{time}</span> {module} <b>{level}</b> {message}
            </p>
          );
        })}
      </div>
    </div>
  );
}
