// Renderer: where the tests of criteria get what they need to know: marks, facets and the finder, wired once.

import type { Gallery } from '../gallery.js';
import type { Criteria, Sources, Test } from './criteria.js';
import { Facets } from './facets.js';
import type { FacetCounts } from './facet-counts.js';
import { Finder } from './finder.js';
import type { ItemsStore } from './items.js';
import { byId, withTag, type MarkSource } from './mark-source.js';
import type { Roots } from './roots.js';
import { shownOf, type ViewStore } from './view.js';

export interface SourcesOptions {
  readonly gallery: Gallery;
  readonly roots: Roots;
  readonly view: ViewStore;
  readonly marks: MarkSource;
  /** In which languages months are understood. */
  readonly locales: () => readonly string[];
  readonly report: (error: unknown) => void;
}

const either = (a: Test | null, b: Test | null): Test | null => {
  if (a === null || b === null) return a ?? b;
  return (row) => a(row) || b(row);
};

const asksForMarks = ({ favourites, rating, tag, search }: Criteria): boolean =>
  favourites || rating > 0 || tag !== null || search.trim() !== '';
const asksForFacets = ({ camera, located, search }: Criteria): boolean =>
  camera !== null || located || search.trim() !== '';

export class WindowSources implements Sources {
  readonly facets: Facets;
  readonly finder: Finder;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: SourcesOptions) {
    const { gallery, roots, marks, locales, report } = options;
    this.facets = new Facets(gallery, roots, () => this.tell(asksForFacets), report);
    this.finder = new Finder({
      ...{ gallery, locales, report },
      pathOf: (root) => roots.byId(root)?.path,
      others: {
        holding: (rows, word) => either(this.facets.withCamera(rows, word), withTag(rows, word, marks)),
      },
      onChanged: () => this.tell(({ search }) => search.trim() !== ''),
    });
  }

  /** Starts to follow main and the marks; returns the end of it. */
  connect(): () => void {
    const { gallery, marks, roots } = this.options;
    const ends = [
      gallery.on('library.indexed', ({ root }) => {
        this.facets.refresh(root);
        this.finder.refresh(this.criteria.search);
      }),
      marks.subscribe(() => this.tell(asksForMarks)),
      roots.subscribe(() => this.facets.keep(roots.get().map(({ id }) => id))),
    ];
    return () => ends.forEach((end) => end());
  }

  /** Another language was chosen: what is looked for may mean another date. */
  newWords(): void {
    this.tell(({ search }) => search.trim() !== '');
  }

  readonly favourite: Sources['favourite'] = (rows) =>
    byId(rows, this.options.marks.matcher(rows.root, { favourite: true }));

  readonly rated: Sources['rated'] = (rows, rating) =>
    byId(rows, this.options.marks.matcher(rows.root, { rating }));

  readonly tagged: Sources['tagged'] = (rows, tag) =>
    byId(rows, this.options.marks.matcher(rows.root, { tags: [tag] }));

  readonly takenBy: Sources['takenBy'] = (rows, camera) => this.facets.takenBy(rows, camera);

  readonly located: Sources['located'] = (rows) => this.facets.located(rows);

  readonly found: Sources['found'] = (rows, search) => this.finder.found(rows, search);

  readonly prepare: Sources['prepare'] = ({ camera, located, search }) => {
    const waits = [
      camera !== null || located ? this.facets.prepare() : null,
      search.trim() !== '' ? this.finder.prepare(search) : null,
    ].filter((wait) => wait !== null);
    // Cameras for words that are too short for the index: nobody waits for them. Whoever is told asks again: where nothing
    // could be known, that would go on without an end.
    if (search.trim() !== '')
      void this.facets.prepare()?.then((more) => {
        if (more) this.tell(asksForFacets);
      });
    return waits.length === 0 ? null : Promise.all(waits).then(() => undefined);
  };

  readonly subscribe: Sources['subscribe'] = (listener) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Counts what the files of the place could be filtered by; null when they are others before that is done. */
  countFacets(items: ItemsStore): Promise<FacetCounts | null> {
    return items.facets({ facets: this.facets, marks: this.options.marks });
  }

  private get criteria(): Criteria {
    // With the one that belongs to a place.
    return shownOf(this.options.view.get()).criteria;
  }

  private tell(concerns: (criteria: Criteria) => boolean): void {
    if (concerns(this.criteria)) for (const listener of this.listeners) listener();
  }
}
