// Renderer: cameras and places of files, which their listings do not hold. Asked for when somebody filters by them or
// looks at what there is to filter by, and again whenever more is known.

import type { RootId } from '../../electron/shared/contract.js';
import type { FacetColumns } from '../../electron/shared/facets.js';
import { fold } from '../../electron/shared/fold.js';
import type { Gallery } from '../gallery.js';
import type { Rows, Test } from './criteria.js';
import { Late } from './patience.js';
import type { Roots } from './roots.js';

interface RootFacets {
  /** Each once. */
  readonly cameras: readonly string[];
  /** By file id: 1 + index into `cameras`; 0: not known. */
  readonly camera: Uint16Array;
  /** By file id: 1: knows where it was taken. */
  readonly located: Uint8Array;
}

const never: Test = () => false;

export class Facets {
  /** Whether what was never known has been asked for for a while. */
  readonly late = new Late();
  private readonly byRoot = new Map<RootId, RootFacets>();
  private readonly loading = new Map<RootId, Promise<boolean>>();
  private wanted = false;

  constructor(
    private readonly gallery: Pick<Gallery, 'call'>,
    private readonly roots: Roots,
    private readonly onChanged: () => void,
    private readonly report: (error: unknown) => void,
  ) {}

  /**
   * Null: all that can be known is known. Otherwise resolves when it is, or cannot be told: whether more is known then.
   * Never rejects.
   */
  prepare(): Promise<boolean> | null {
    this.wanted = true;
    const missing = this.roots.get().filter(({ id }) => !this.byRoot.has(id));
    if (missing.length === 0) return null;
    return Promise.all(missing.map(({ id }) => this.load(id))).then((all) => all.includes(true));
  }

  /** More is known of a root. */
  refresh(root: RootId): void {
    if (!this.wanted) return;
    void this.load(root).then((known) => {
      if (known) this.onChanged();
    });
  }

  /** Forgets roots that are gone. */
  keep(roots: readonly RootId[]): void {
    for (const root of this.byRoot.keys()) if (!roots.includes(root)) this.byRoot.delete(root);
  }

  takenBy({ root, listing }: Rows, name: string): Test {
    const facets = this.byRoot.get(root);
    const wanted = (facets?.cameras.indexOf(name) ?? -1) + 1;
    if (!facets || wanted === 0) return never;
    const { id } = listing;
    return (row) => facets.camera[id[row]!] === wanted;
  }

  /** Null: no camera's name holds this folded word. */
  withCamera({ root, listing }: Rows, word: string): Test | null {
    const facets = this.byRoot.get(root);
    const wanted = new Set<number>();
    facets?.cameras.forEach((name, index) => fold(name).includes(word) && wanted.add(index + 1));
    if (!facets || wanted.size === 0) return null;
    const { id } = listing;
    return (row) => wanted.has(facets.camera[id[row]!] ?? 0);
  }

  located({ root, listing }: Rows): Test {
    const facets = this.byRoot.get(root);
    if (!facets) return never;
    const { id } = listing;
    return (row) => facets.located[id[row]!] === 1;
  }

  /** The camera of each row; '' where none is known. */
  cameraOf({ root, listing }: Rows): (row: number) => string {
    const facets = this.byRoot.get(root);
    const { id } = listing;
    return (row) => {
      const index = facets?.camera[id[row]!] ?? 0;
      return index === 0 ? '' : facets!.cameras[index - 1]!;
    };
  }

  /** Whether it could be told. What failed is asked for again when somebody needs it, or when more is known. */
  private load(root: RootId): Promise<boolean> {
    const running = this.loading.get(root);
    if (running) return running;
    const call = this.gallery.call('library.facets', root);
    if (!this.byRoot.has(root)) void this.late.watch(call);
    const loading = call
      .then(
        (columns) => {
          // A root that is just being read has none yet; when it has, that is told.
          this.byRoot.set(root, columns ? enter(columns) : NOTHING);
          return true;
        },
        (error: unknown) => {
          this.report(error);
          return false;
        },
      )
      .finally(() => this.loading.delete(root));
    this.loading.set(root, loading);
    return loading;
  }
}

const NOTHING: RootFacets = { cameras: [], camera: new Uint16Array(), located: new Uint8Array() };

function enter({ cameras, ids, camera, located }: FacetColumns): RootFacets {
  const names = [...new Set(cameras.filter((name) => name !== ''))];
  const indexes = Uint16Array.from([0, ...cameras.map((name) => names.indexOf(name) + 1)]);
  let top = -1;
  for (const id of ids) if (id > top) top = id;
  const byId = { camera: new Uint16Array(top + 1), located: new Uint8Array(top + 1) };
  for (let i = 0; i < ids.length; i++) {
    byId.camera[ids[i]!] = indexes[camera[i]!]!;
    byId.located[ids[i]!] = located[i]!;
  }
  return { cameras: names, ...byId };
}
