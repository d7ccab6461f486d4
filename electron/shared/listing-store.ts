// Shared by main and the window: the numeric columns of a listing that one can query, side by side.

export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** The numeric columns, with room for more rows than there are. */
export interface Store {
  id: Uint32Array;
  folder: Uint32Array;
  kind: Uint8Array;
  size: Float64Array;
  modified: Float64Array;
  width: Uint16Array;
  height: Uint16Array;
  duration: Float32Array;
  taken: Float64Array;
  takenSource: Uint8Array;
  added: Uint32Array;
}

/**
 * Copies a row of some columns into a row of others. Each column is named, because a loop over columns of several types
 * took ten times as long.
 */
export function copyRow(from: Readonly<Store>, row: number, to: Store, into: number): void {
  to.id[into] = from.id[row]!;
  to.folder[into] = from.folder[row]!;
  to.kind[into] = from.kind[row]!;
  to.size[into] = from.size[row]!;
  to.modified[into] = from.modified[row]!;
  to.width[into] = from.width[row]!;
  to.height[into] = from.height[row]!;
  to.duration[into] = from.duration[row]!;
  to.taken[into] = from.taken[row]!;
  to.takenSource[into] = from.takenSource[row]!;
  to.added[into] = from.added[row]!;
}

/** Room for `count` and some more, so that many small patches do not copy each time. */
export const spare = (count: number): number => Math.ceil(count * 1.125) + 256;

/** The columns, each changed into another. */
export function mapStore(store: Store, change: (column: Column) => Column): Store {
  const result: Record<string, Column> = {};
  for (const [name, column] of Object.entries(store) as [string, Column][]) result[name] = change(column);
  return result as unknown as Store;
}
