// Renderer: the arithmetic of zooming and panning a picture. Lengths in CSS pixels; points and offsets
// are measured from the middle of the stage.

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a picture lies on its stage. */
export interface Pose {
  /** CSS pixels per picture pixel. */
  readonly scale: number;
  /** From the middle of the stage to the middle of the picture. */
  readonly x: number;
  readonly y: number;
}

/** One picture pixel may cover this many screen pixels. */
const LARGEST = 8;

/** The scale at which one picture pixel is one screen pixel. */
export const actualScale = (pixelRatio: number): number => 1 / pixelRatio;

/** The whole picture on the stage; small pictures are not blown up. */
export function fitScale(picture: Size, stage: Size, pixelRatio: number): number {
  if (picture.width <= 0 || picture.height <= 0) return 1;
  const fit = Math.min(stage.width / picture.width, stage.height / picture.height);
  return Math.min(fit, actualScale(pixelRatio));
}

export const fitPose = (picture: Size, stage: Size, pixelRatio: number): Pose => ({
  scale: fitScale(picture, stage, pixelRatio),
  x: 0,
  y: 0,
});

/** Keeps the picture's edges outside the stage's, or the picture in the middle where it is smaller. */
export function within({ scale, x, y }: Pose, picture: Size, stage: Size): Pose {
  const limit = (length: number, room: number) => Math.max(0, (length * scale - room) / 2);
  const clamp = (value: number, most: number) => Math.min(most, Math.max(-most, value));
  return {
    scale,
    x: clamp(x, limit(picture.width, stage.width)),
    y: clamp(y, limit(picture.height, stage.height)),
  };
}

/** Another scale; what lies under `point` stays there as far as the edges allow. */
export function zoomTo(
  pose: Pose,
  scale: number,
  point: Point,
  picture: Size,
  stage: Size,
  pixelRatio: number,
): Pose {
  const smallest = fitScale(picture, stage, pixelRatio);
  const largest = Math.max(smallest, LARGEST * actualScale(pixelRatio));
  const next = Math.min(largest, Math.max(smallest, scale));
  const ratio = next / pose.scale;
  return within(
    { scale: next, x: point.x - (point.x - pose.x) * ratio, y: point.y - (point.y - pose.y) * ratio },
    picture,
    stage,
  );
}

/** Whether the whole picture is on the stage. */
export const isFit = (pose: Pose, picture: Size, stage: Size, pixelRatio: number): boolean =>
  pose.scale <= fitScale(picture, stage, pixelRatio) * 1.001;

/** The size of a picture after quarter turns. */
export const turnedSize = ({ width, height }: Size, quarterTurns: number): Size =>
  quarterTurns % 2 === 0 ? { width, height } : { width: height, height: width };

/** What scales a picture that fills its box as far as its proportions allow, so that it does so after quarter turns as well. */
export function turnedScale(picture: Size, box: Size, quarterTurns: number): number {
  const filling = ({ width, height }: Size) => Math.min(box.width / width, box.height / height);
  const scale = filling(turnedSize(picture, quarterTurns)) / filling(picture);
  // One of both may not be known yet.
  return scale > 0 && Number.isFinite(scale) ? scale : 1;
}

/** The size of a photo of which a smaller picture is shown. `whole` may be unknown (0), or that of a sensor with other proportions. */
export function enlarged(shown: Size, whole: Size): Size {
  const factor = Math.max(whole.width, whole.height) / Math.max(shown.width, shown.height);
  if (!(factor > 1)) return shown;
  const height = shown.height * factor;
  const width = shown.width * factor;
  const same = Math.abs(width - whole.width) < 4 && Math.abs(height - whole.height) < 4;
  return same ? whole : { width: Math.round(width), height: Math.round(height) };
}

/** What is in the middle of the stage stays there while the picture turns by quarter turns, clockwise (negative: back). */
export function turnedPose({ scale, x, y }: Pose, quarterTurns: number): Pose {
  switch (((quarterTurns % 4) + 4) % 4) {
    case 1:
      return { scale, x: -y, y: x };
    case 2:
      return { scale, x: -x, y: -y };
    case 3:
      return { scale, x: y, y: -x };
    default:
      return { scale, x, y };
  }
}

/** How much a turn of the wheel zooms; touchpads send many small turns. */
export const wheelFactor = (deltaY: number): number => Math.exp(-Math.max(-120, Math.min(120, deltaY)) / 300);
