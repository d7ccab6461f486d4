// Renderer: the time line at the right of the grid: years and months where they are, and a jump to any of them. Not the
// slider of the component library: that one counts upwards from below and has its own idea of Home and End.

import {
  memo,
  useCallback,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { periodOf, type Dates } from '../../state/dates.js';
import { formatMonth, formatPeriod } from '../../format.js';
import { texts } from '../../texts.js';
import { RAIL } from './edge.js';
import { contentHeight, rowFrom, type Layout } from './layout.js';
import { labelAt, marksOf, monthStarts, stopFor, stopsOf, type Mark, type MonthStart } from './marks.js';
import type { GridModel } from './model.js';
import { useScroll, type LooksSame, type Scrolled } from './useScroll.js';
import { PAD } from './useWindow.js';
import styles from './Scrubber.module.css';

interface ScrubberProps {
  /** The scrolling element. */
  readonly element: RefObject<HTMLElement | null>;
  readonly model: GridModel;
  readonly layout: Layout;
  readonly dates: Dates;
  /** Height of what stands above the content, CSS pixels. */
  readonly lead: number;
}

/** Up to so many views of content need no scrubber. */
const FEW = 2;
/** Space above and below the track, so that labels at its ends are whole, CSS pixels. */
const END = 14;
/** A hand that presses moves by up to so many CSS pixels. */
const STILL = 3;

export function Scrubber({ element, model, layout, dates, lead }: ScrubberProps) {
  // Of a large library a pixel of the track is many screens: it is not drawn anew in every frame that scrolls.
  const looksSame = useCallback<LooksSame>(
    (a, b) => {
      const [one, other] = [placeOf(a, layout, dates), placeOf(b, layout, dates)];
      return (
        a.height === b.height &&
        one.y === other.y &&
        one.percent === other.percent &&
        one.month === other.month
      );
    },
    [layout, dates],
  );
  const { top, height } = useScroll(element, lead, looksSame);
  /** Share of the track at which the pointer is. */
  const [pointer, setPointer] = useState<number | null>(null);
  const [dragging, setDragging] = useState(false);
  /** Where the pointer was pressed, CSS pixels of the window. */
  const pressed = useRef(0);
  const [focused, setFocused] = useState(false);
  // As far as the top of the view can go in the content.
  const end = contentHeight(layout) + PAD - height;
  const track = height - 2 * END;
  const months = useMemo(() => monthStarts(dates.days), [dates]);
  const stops = useMemo(() => stopsOf(months, layout, end), [months, layout, end]);
  const marks = useMemo(() => marksOf(months, stops, end, track), [months, stops, end, track]);
  if (height === 0 || end < (FEW - 1) * height) return null;

  const monthAt = (y: number): string => formatPeriod(dayAt(y, layout, dates), 'month');
  const shareAt = (event: PointerEvent): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientY - box.top - END) / track));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const share = shareAt(event);
    setPointer(share);
    setDragging(true);
    pressed.current = event.clientY;
    // On its name a month begins at the top of the view, not somewhere near it.
    model.jump({ top: stops[labelAt(marks, share * track)] ?? Math.round(share * end) });
  };
  const onPointerMove = (event: PointerEvent) => {
    const share = shareAt(event);
    setPointer(share);
    if (Math.abs(event.clientY - pressed.current) > STILL) pressed.current = -Infinity;
    if (dragging && pressed.current === -Infinity)
      model.jump({ top: Math.round(share * end), passing: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Not from `top`: the scrolling of the key before may not have been told yet.
    const goal = stopFor(event.key, months, stops, model.viewport.top, end);
    if (goal === null) return;
    event.preventDefault();
    model.jump({ top: goal });
  };
  const scrolled = Math.min(1, top / end);
  // While dragging the pointer knows it a frame earlier than the scrolling does.
  const here = dragging ? (pointer ?? scrolled) : scrolled;
  const told = pointer ?? (focused ? here : null);
  return (
    <div
      className={styles.scrubber}
      style={{ width: RAIL - PAD }}
      role="slider"
      tabIndex={0}
      aria-label={texts.timeline}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(here * 100)}
      aria-valuetext={monthAt(here * end)}
      data-testid="scrubber"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setPointer(null)}
      onLostPointerCapture={() => setDragging(false)}
      onWheel={(event) => element.current?.scrollBy(0, event.deltaY)}
      onFocus={(event) => setFocused(event.currentTarget.matches(':focus-visible'))}
      onBlur={() => setFocused(false)}
      onKeyDown={onKeyDown}
    >
      <div className={styles.track} style={{ top: END, height: track }}>
        <Marks marks={marks} months={months} />
        <div className={styles.here} style={{ top: Math.round(here * track) }} data-testid="scrubber-here" />
        {told !== null && (
          <div className={styles.bubble} style={{ top: told * track }} data-testid="scrubber-bubble">
            {monthAt(told * end)}
          </div>
        )}
      </div>
    </div>
  );
}

/** The day of the file at a height of the content. */
const dayAt = (y: number, layout: Layout, { days }: Dates): number =>
  days[Math.min(layout.start[rowFrom(layout, y)]!, days.length - 1)]!;

/** Where the mark of the present stands, and what it says. */
function placeOf({ top, height }: Scrolled, layout: Layout, dates: Dates) {
  const share = Math.min(1, top / (contentHeight(layout) + PAD - height));
  return {
    y: Math.round(share * (height - 2 * END)),
    percent: Math.round(share * 100),
    month: periodOf(dayAt(top, layout, dates), 'month'),
  };
}

interface MarksProps {
  readonly marks: readonly Mark[];
  readonly months: readonly MonthStart[];
}

const Marks = memo(function Marks({ marks, months }: MarksProps) {
  return marks.map(({ month, y, shows }) => (
    <div
      key={month}
      className={styles.mark}
      data-shows={shows}
      style={{ top: y }}
      data-testid="scrubber-mark"
    >
      {shows === 'year' && formatPeriod(months[month]!.day, 'year')}
      {shows === 'month' && formatMonth(months[month]!.day)}
    </div>
  ));
});
