// Shared by every process: what files can be filtered by that is not in their listing, as columns.

/** Of the files of one root of which something is known; row i of each column describes one file. */
export interface FacetColumns {
  /** Makers and models, as a person reads them; not each of them once. */
  readonly cameras: readonly string[];
  readonly ids: Uint32Array;
  /** 1 + index into `cameras`; 0: not known. */
  readonly camera: Uint16Array;
  /** 1: the file knows where it was taken. */
  readonly located: Uint8Array;
}

/** What the index knows of a word. */
export interface WordHits {
  readonly root: number;
  /** Files of which the path, the camera or the lens holds it, in the order of their ids. */
  readonly ids: Uint32Array;
  /** No file with this id or a higher one need be in the index yet: look at its name yourself. */
  readonly from: number;
}

/** The name of a camera: many makers begin the model with their own name. '' when nothing is known. */
export function cameraName(make: string | null, model: string | null): string {
  const brand = make !== null && model?.toLowerCase().startsWith(make.toLowerCase()) ? null : make;
  return [brand, model].filter((part) => part !== null && part !== '').join(' ');
}
