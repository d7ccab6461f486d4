// Runs in Node, for the demo: asks the running app what it shows.

import type { Page } from '@playwright/test';
import type { RootId, RootInfo, ThumbnailFailure } from '../../electron/shared/contract.js';
import { KINDS, type ListingColumns } from '../../electron/shared/listing.js';
import { joinRelative } from '../../electron/shared/paths.js';
import { unwrap, type Result } from '../../electron/shared/result.js';

export interface Status {
  readonly items: number;
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly scanning: boolean;
}

/** The status line's numbers, or null while there is none. */
export function statusOf(page: Page): Promise<Status | null> {
  return page.evaluate(() => {
    const data = document.querySelector<HTMLElement>('[data-testid="status"]')?.dataset;
    if (!data) return null;
    return {
      items: Number(data['items']),
      done: Number(data['thumbnailsDone']),
      total: Number(data['thumbnailsTotal']),
      failed: Number(data['thumbnailsFailed']),
      scanning: data['scanning'] !== 'false',
    };
  });
}

export interface Contents {
  readonly photos: readonly string[];
  readonly videos: readonly string[];
  readonly failures: readonly ThumbnailFailure[];
}

/** Paths of all photos and videos of all folders, and the thumbnails that failed, as the window gets them. */
export async function contentsOf(page: Page): Promise<Contents> {
  const photos: string[] = [];
  const videos: string[] = [];
  for (const { id } of await call<RootInfo[]>(page, 'roots.list')) {
    const { folders, names, folder, kind } = await listingOf(page, id);
    names.forEach((name, row) => {
      const path = joinRelative(folders[folder[row] ?? 0] ?? '', name);
      (KINDS[kind[row] ?? 0] === 'video' ? videos : photos).push(path);
    });
  }
  return { photos, videos, failures: await call<ThumbnailFailure[]>(page, 'thumbnails.failures') };
}

// Functions for the page hold no named functions: tsx marks those with a helper that the page does not have.

async function call<T>(page: Page, name: string, ...args: unknown[]): Promise<T> {
  const answer = await page.evaluate(
    (asked) => (window as unknown as Door<T>).gallery.call(asked.name, ...asked.args),
    { name, args },
  );
  return unwrap(answer);
}

/** The columns of a listing that say what there is. */
async function listingOf(page: Page, root: RootId) {
  const answer = await page.evaluate(async (id) => {
    const result = await (window as unknown as Door<ListingColumns>).gallery.call('library.listing', id);
    if (!result.ok) return result;
    const { folders, names, folder, kind } = result.value;
    return {
      ok: true as const,
      value: { folders, names, folder: Array.from(folder), kind: Array.from(kind) },
    };
  }, root);
  const { folders, names, ...columns } = unwrap(answer);
  return {
    folders: folders.split('\0'),
    names: columns.kind.length === 0 ? [] : names.split('\0'),
    ...columns,
  };
}

interface Door<T> {
  readonly gallery: { call(name: string, ...args: unknown[]): Promise<Result<T>> };
}
