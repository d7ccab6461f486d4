// Shared by main and the page: which files have the same content, as columns.

/** Row i: a file that is like others. Rows of one group follow each other. */
export interface DuplicateColumns {
  readonly root: Float64Array;
  readonly id: Uint32Array;
  /** Numbers of the groups, from 1; those that take the most room come first. */
  readonly group: Uint32Array;
  /** Files of which there is another one of the same size: only these can be alike. */
  readonly candidates: number;
  /** Candidates whose content has been compared. */
  readonly compared: number;
  /** Candidates that cannot be read. */
  readonly unreadable: number;
}

export const NO_DUPLICATES: DuplicateColumns = {
  ...{ root: new Float64Array(), id: new Uint32Array(), group: new Uint32Array() },
  ...{ candidates: 0, compared: 0, unreadable: 0 },
};
