// Renderer: zoom and pan of the picture on the stage, by wheel, drag, double-click and keys.

import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import {
  actualScale,
  fitPose,
  isFit,
  turnedPose,
  wheelFactor,
  within,
  zoomTo,
  type Point,
  type Pose,
  type Size,
} from './zoom.js';

const MIDDLE: Point = { x: 0, y: 0 };

/** Buttons stand on the stage, too: what is done to them is not done to the picture. */
const isOnButton = ({ target }: { readonly target: EventTarget }): boolean =>
  target instanceof Element && target.closest('button') !== null;

export interface Stage {
  readonly pose: Pose;
  readonly size: Size;
  readonly fit: boolean;
  /** True where the change should be seen as a movement. */
  readonly smooth: boolean;
  readonly dragging: boolean;
  readonly zoomBy: (factor: number) => void;
  readonly toggleActual: () => void;
  readonly panBy: (x: number, y: number) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
}

/** `subject` names the picture: another one starts at fit. `picture` is its size after its `quarterTurns`. */
export function useStage(
  element: RefObject<HTMLElement | null>,
  picture: Size,
  subject: string | number,
  quarterTurns: number,
): Stage {
  const [size, setSize] = useState<Size>({ width: 1, height: 1 });
  // Null is fit, whatever the window's size.
  const [free, setFree] = useState<Pose | null>(null);
  const [smooth, setSmooth] = useState(false);
  const [dragging, setDragging] = useState(false);
  const [of, setOf] = useState({ subject, quarterTurns });
  const ratio = window.devicePixelRatio;
  if (of.subject !== subject || of.quarterTurns !== quarterTurns) {
    const turned = of.subject === subject && free !== null;
    setOf({ subject, quarterTurns });
    setFree(turned ? turnedPose(free, quarterTurns - of.quarterTurns) : null);
    setSmooth(false);
  }
  const atFit = fitPose(picture, size, ratio);
  const pose = free === null ? atFit : within(free, picture, size);
  const fit = isFit(pose, picture, size, ratio);
  const now = useRef({ pose, picture, size });
  useLayoutEffect(() => {
    now.current = { pose, picture, size };
  });

  useLayoutEffect(() => {
    const stage = element.current!;
    const measure = () => setSize({ width: stage.clientWidth, height: stage.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(stage);
    return () => observer.disconnect();
  }, [element]);

  const zoom = useCallback(
    (scale: number, point: Point, moving: boolean) => {
      const { pose: from, picture: what, size: room } = now.current;
      const next = zoomTo(from, scale, point, what, room, ratio);
      setSmooth(moving);
      setFree(isFit(next, what, room, ratio) ? null : next);
    },
    [ratio],
  );
  const pointOf = useCallback(
    (event: { clientX: number; clientY: number }): Point => {
      const box = element.current!.getBoundingClientRect();
      return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
    },
    [element],
  );

  useEffect(() => {
    const stage = element.current!;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      zoom(now.current.pose.scale * wheelFactor(event.deltaY), pointOf(event), false);
    };
    stage.addEventListener('wheel', turn, { passive: false });
    return () => stage.removeEventListener('wheel', turn);
  }, [element, zoom, pointOf]);

  const panBy = useCallback((x: number, y: number) => {
    const { pose: from, picture: what, size: room } = now.current;
    setFree(within({ ...from, x: from.x + x, y: from.y + y }, what, room));
  }, []);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || fit || isOnButton(event)) return;
    const target = event.currentTarget;
    const start = { x: event.clientX, y: event.clientY, pose };
    target.setPointerCapture(event.pointerId);
    setDragging(true);
    setSmooth(false);
    const move = (moved: Event) => {
      const { clientX, clientY } = moved as globalThis.PointerEvent;
      const x = start.pose.x + clientX - start.x;
      const y = start.pose.y + clientY - start.y;
      setFree(within({ scale: now.current.pose.scale, x, y }, now.current.picture, now.current.size));
    };
    const end = () => {
      setDragging(false);
      target.removeEventListener('pointermove', move);
    };
    target.addEventListener('pointermove', move);
    target.addEventListener('lostpointercapture', end, { once: true });
  };

  const toggleActual = (point: Point) => zoom(fit ? actualScale(ratio) : atFit.scale, point, true);

  return {
    pose,
    size,
    fit,
    smooth,
    dragging,
    zoomBy: (factor) => zoom(pose.scale * factor, MIDDLE, true),
    toggleActual: () => toggleActual(MIDDLE),
    panBy: (x, y) => {
      setSmooth(true);
      panBy(x, y);
    },
    onPointerDown,
    onDoubleClick: (event) => {
      if (!isOnButton(event)) toggleActual(pointOf(event));
    },
  };
}
