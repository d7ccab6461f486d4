// Runs in main: the order in which thumbnails are made. A pure data structure; every operation takes constant time, but for
// the few that are stepped over.

/** Most urgent first. */
export const LANES = ['viewer', 'visible', 'near', 'background'] as const;
export type Lane = (typeof LANES)[number];

/** Which of two lanes is more urgent; negative when `a` is. */
export function compareLanes(a: Lane, b: Lane): number {
  return LANES.indexOf(a) - LANES.indexOf(b);
}

interface Node<T> {
  readonly key: string;
  readonly value: T;
  readonly lane: Lane;
  before: Node<T> | null;
  after: Node<T> | null;
}

interface List<T> {
  first: Node<T> | null;
  last: Node<T> | null;
  size: number;
}

/**
 * Waiting work by lane and key. What a person looks at is taken newest request first, because they have
 * scrolled on; background work is taken oldest first.
 */
export class LaneQueue<T> {
  private readonly nodes = new Map<string, Node<T>>();
  private readonly lists: Readonly<Record<Lane, List<T>>> = {
    viewer: emptyList(),
    visible: emptyList(),
    near: emptyList(),
    background: emptyList(),
  };

  get size(): number {
    return this.nodes.size;
  }

  count(lane: Lane): number {
    return this.lists[lane].size;
  }

  counts(): Record<Lane, number> {
    const { viewer, visible, near, background } = this.lists;
    return { viewer: viewer.size, visible: visible.size, near: near.size, background: background.size };
  }

  laneOf(key: string): Lane | undefined {
    return this.nodes.get(key)?.lane;
  }

  /** Puts work in a lane, taking it out of the one it was in. `next`: before all others of its lane, or behind them. */
  put(key: string, value: T, lane: Lane, next = lane !== 'background'): void {
    this.remove(key);
    const node: Node<T> = { key, value, lane, before: null, after: null };
    const list = this.lists[lane];
    if (next) {
      node.after = list.first;
      if (list.first) list.first.before = node;
      list.first = node;
      list.last ??= node;
    } else {
      node.before = list.last;
      if (list.last) list.last.after = node;
      list.last = node;
      list.first ??= node;
    }
    list.size++;
    this.nodes.set(key, node);
  }

  /** Takes the most urgent work out; lanes that are not `open` are left alone, work that cannot be `taken` now is stepped over. */
  take(open: (lane: Lane) => boolean = () => true, taken: (value: T) => boolean = () => true): T | undefined {
    for (const lane of LANES) {
      if (!open(lane)) continue;
      let node = this.lists[lane].first;
      while (node && !taken(node.value)) node = node.after;
      if (node) return this.remove(node.key);
    }
    return undefined;
  }

  /** Takes out what would be the last of a lane. */
  takeLast(lane: Lane): T | undefined {
    const { last } = this.lists[lane];
    return last ? this.remove(last.key) : undefined;
  }

  /** Takes one piece of work out, wherever it waits. */
  remove(key: string): T | undefined {
    const node = this.nodes.get(key);
    if (!node) return undefined;
    this.nodes.delete(key);
    const list = this.lists[node.lane];
    if (node.before) node.before.after = node.after;
    else list.first = node.after;
    if (node.after) node.after.before = node.before;
    else list.last = node.before;
    list.size--;
    return node.value;
  }
}

function emptyList<T>(): List<T> {
  return { first: null, last: null, size: 0 };
}
