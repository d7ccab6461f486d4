// Renderer: which card of the cover flow stands in the middle, and every way to move it there.

import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { ofKey, type OwnKey } from '../../commands/own-keys.js';
import type { Browsed } from '../../state/browsed.js';
import { isTypedTo, typedTo } from './flow.js';
import type { FolderCard } from './foldersAt.js';

/** Wheel movement of one card; a mouse's notch is 100 or 120, a touchpad sends many small ones. */
const NOTCH = 60;
/** So many cards at a time with the page keys. */
const PAGE = 5;
/** What is typed within this time belongs together, milliseconds. */
const TYPING = 800;
/** The pointer has to move so far before it drags, CSS pixels. */
const SLACK = 6;

interface FlowOptions {
  readonly stage: RefObject<HTMLElement | null>;
  readonly cards: readonly FolderCard[];
  /** Of a card, CSS pixels. */
  readonly size: number;
  /** The card to begin with. */
  readonly first: number;
  /** Of the place, for `kept`. */
  readonly name: string;
  /** By name of a place: the card that was in the middle last. */
  readonly kept: Browsed;
  readonly onOpen: (card: FolderCard) => void;
  readonly onUp: () => void;
}

interface Drag {
  readonly pointer: number;
  readonly x: number;
  readonly index: number;
  readonly target: Element;
  moved: boolean;
}

export function useFlow({ stage, cards, size, first, name, kept, onOpen, onUp }: FlowOptions) {
  const [middle, setMiddle] = useState<{ readonly name: string; readonly id: string | null }>({
    name,
    id: null,
  });
  const id = middle.name === name && middle.id !== null ? middle.id : kept.get(name);
  const found = cards.findIndex((card) => card.id === id);
  const index = found < 0 ? Math.max(0, Math.min(first, cards.length - 1)) : found;
  /** How far the cards are dragged to the left, in cards. */
  const [shift, setShift] = useState(0);
  const drag = useRef<Drag | null>(null);
  const typing = useRef({ text: '', at: 0 });

  const go = (to: number) => {
    const card = cards[Math.max(0, Math.min(cards.length - 1, to))];
    if (card === undefined) return;
    kept.set(name, card.id);
    setMiddle({ name, id: card.id });
  };
  const latest = useRef({ go, index });
  useLayoutEffect(() => {
    latest.current = { go, index };
  });
  // By itself, because React listens to wheels passively.
  useEffect(() => {
    const element = stage.current!;
    let sum = 0;
    const turn = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      sum += Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY;
      if (Math.abs(sum) < NOTCH) return;
      latest.current.go(latest.current.index + Math.sign(sum));
      sum = 0;
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [stage]);
  // Whoever comes here wants to go on by keyboard.
  useEffect(() => stage.current?.focus({ preventScroll: true }), [stage, name]);

  const type = (letter: string, time: number) => {
    const before = time - typing.current.at < TYPING ? typing.current.text : '';
    const text = before + letter;
    typing.current = { text, at: time };
    // The same letter again leads on to the next one.
    const to = typedTo(
      cards.map((card) => card.name),
      before === '' ? (index + 1) % cards.length : index,
      text,
    );
    if (to >= 0) go(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || cards.length === 0) return;
    const moves: Readonly<Record<OwnKey<'flow', 'move' | 'open' | 'up'>, () => void>> = {
      ArrowLeft: () => go(index - 1),
      ArrowRight: () => go(index + 1),
      PageUp: () => go(index - PAGE),
      PageDown: () => go(index + PAGE),
      Home: () => go(0),
      End: () => go(cards.length - 1),
      Enter: () => onOpen(cards[index]!),
      ' ': () => onOpen(cards[index]!),
      ArrowDown: () => onOpen(cards[index]!),
      ArrowUp: onUp,
      Backspace: onUp,
      Escape: onUp,
    };
    const move = ofKey(moves, event.key);
    if (move !== undefined) move();
    else if (isTypedTo(event.key)) type(event.key, event.timeStamp);
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    drag.current = {
      pointer: event.pointerId,
      x: event.clientX,
      index,
      target: event.target as Element,
      moved: false,
    };
  };
  const onPointerMove = (event: PointerEvent) => {
    const now = drag.current;
    if (now?.pointer !== event.pointerId) return;
    // The button was let go where that is not heard, outside of the window.
    if (event.buttons === 0) return onPointerCancel();
    const far = now.x - event.clientX;
    if (!now.moved && Math.abs(far) < SLACK) return;
    if (!now.moved) event.currentTarget.setPointerCapture(event.pointerId);
    now.moved = true;
    // Two thirds of a card lead to the next one.
    const to = Math.max(-0.4, Math.min(cards.length - 0.6, now.index + far / (size * 0.66)));
    const nearest = Math.max(0, Math.min(cards.length - 1, Math.round(to)));
    go(nearest);
    setShift(to - nearest);
  };
  const onPointerUp = (event: PointerEvent) => {
    const now = drag.current;
    if (now?.pointer !== event.pointerId) return;
    drag.current = null;
    setShift(0);
    if (now.moved) return;
    const card = now.target.closest<HTMLElement>('[data-position]');
    if (card === null) return;
    const position = Number(card.dataset['position']);
    if (position === index) onOpen(cards[position]!);
    else go(position);
  };
  const onPointerCancel = () => {
    drag.current = null;
    setShift(0);
  };
  return {
    index,
    shift,
    moving: shift !== 0,
    handlers: { onKeyDown, onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  };
}
