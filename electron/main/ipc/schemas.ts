// Runs in main: what each call's arguments must look like. One schema per call, or it does not compile.

import { z } from 'zod';
import type { CallName, Calls } from '../../shared/contract.js';
import { MAX_RATING } from '../../shared/marks.js';
import { optionName } from '../options/schema.js';
import { MENU_ROLES } from '../../shared/menu.js';

// Making code for a schema takes more than ten milliseconds at its first use, and what is asked here is small.
z.config({ jitless: true });

const MAX_IDS = 5_000;
/** Of a selection. */
const MAX_SELECTED = 5_000_000;
const MAX_ROOTS = 1_000;
const MAX_TAGS = 1_000;
const MAX_TAG_LENGTH = 1_000;
const MAX_PATHS = 1_000;
const MAX_KEY_LENGTH = 200;
const MAX_PATH_LENGTH = 32_768;
const MAX_WORD = 500;

const rootId = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const fileId = z.number().int().nonnegative().max(0xffff_ffff);
const ids = z.array(fileId).max(MAX_IDS);
const folder = z
  .string()
  .max(MAX_PATH_LENGTH)
  .refine((text) => !text.includes('\0'));
const path = folder.min(1);
const cacheName = z.enum(['directory', 'metadata']);

const selected = z.custom<Uint32Array>((ids) => ids instanceof Uint32Array && ids.length <= MAX_SELECTED);
const files = z.array(z.strictObject({ root: rootId, ids: selected })).max(MAX_ROOTS);
const tags = z.array(z.string().max(MAX_TAG_LENGTH)).max(MAX_TAGS).optional();
const markChange = z.strictObject({
  favourite: z.boolean().optional(),
  rating: z.number().int().min(0).max(MAX_RATING).optional(),
  addTags: tags,
  removeTags: tags,
});
/** Whether it fits its option is for the options to say. */
const optionValue = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);

const length = z.number().min(-100_000).max(100_000);
const label = z.string().max(200);
const accelerator = z.string().max(100).nullable();
const menuLines = [
  z.strictObject({ kind: z.literal('separator') }),
  z.strictObject({ kind: z.literal('role'), role: z.enum(MENU_ROLES), label, accelerator }),
  z.strictObject({
    kind: z.literal('command'),
    id: z.string().max(100),
    label,
    accelerator,
    enabled: z.boolean(),
    checked: z.boolean().nullable(),
  }),
  z.strictObject({ kind: z.literal('log'), label, accelerator }),
] as const;
const menuEntry = z.discriminatedUnion('kind', [
  ...menuLines,
  z.strictObject({
    kind: z.literal('menu'),
    label,
    items: z.array(z.discriminatedUnion('kind', menuLines)).max(100),
  }),
]);
const menuPart = z.strictObject({
  label,
  role: z.enum(['window', 'help']).optional(),
  items: z.array(menuEntry).max(100),
});

type Schemas = { readonly [K in CallName]: z.ZodType<Parameters<Calls[K]>> };

export const SCHEMAS: Schemas = {
  'app.info': z.tuple([]),
  'app.copyText': z.tuple([z.string().max(MAX_PATH_LENGTH)]),
  'app.keepAwake': z.tuple([z.boolean()]),
  'texts.own': z.tuple([]),
  'options.list': z.tuple([]),
  'options.set': z.tuple([optionName, optionValue]),
  'options.choosePath': z.tuple([optionName]),
  'app.openLog': z.tuple([]),
  'app.openChromiumLicences': z.tuple([]),
  'app.painted': z.tuple([]),
  'app.licences': z.tuple([]),
  'updates.status': z.tuple([]),
  'updates.check': z.tuple([]),
  'updates.download': z.tuple([]),
  'roots.list': z.tuple([]),
  'roots.takeOpened': z.tuple([]),
  'roots.keep': z.tuple([rootId]),
  'roots.visited': z.tuple([rootId, folder]),
  'roots.choose': z.tuple([]),
  'roots.addDropped': z.tuple([z.array(path).max(MAX_PATHS)]),
  'roots.remove': z.tuple([rootId]),
  'roots.refresh': z.tuple([rootId]),
  'library.listing': z.tuple([rootId]),
  'library.listingRest': z.tuple([z.number().int().positive()]),
  'library.problems': z.tuple([]),
  'library.details': z.tuple([rootId, fileId]),
  'library.invalidate': z.tuple([z.strictObject({ root: rootId, folder, below: z.boolean() }).nullable()]),
  'library.search': z.tuple([z.string().min(1).max(MAX_WORD)]),
  'library.facets': z.tuple([rootId]),
  'library.stats': z.tuple([]),
  'library.duplicates': z.tuple([z.boolean()]),
  'windows.open': z.tuple([]),
  'thumbnails.want': z.tuple([z.strictObject({ root: rootId, visible: ids, near: ids })]),
  'thumbnails.view': z.tuple([files]),
  'thumbnails.status': z.tuple([]),
  'thumbnails.failures': z.tuple([]),
  'thumbnails.placeholders': z.tuple([rootId]),
  'thumbnails.retry': z.tuple([rootId, fileId.nullable()]),
  'thumbnails.pause': z.tuple([z.boolean()]),
  'thumbnails.clear': z.tuple([]),
  'activity.snapshot': z.tuple([]),
  'activity.cache': z.tuple([cacheName]),
  'activity.dropEntry': z.tuple([cacheName, z.string().max(MAX_KEY_LENGTH)]),
  'activity.restartWorkers': z.tuple([z.string().max(MAX_KEY_LENGTH).nullable()]),
  'activity.log': z.tuple([]),
  'activity.copyDiagnostics': z.tuple([z.boolean()]),
  'marks.list': z.tuple([rootId]),
  'marks.set': z.tuple([files, markChange]),
  'marks.hideFolder': z.tuple([rootId, folder, z.boolean()]),
  'marks.export': z.tuple([]),
  'marks.import': z.tuple([]),
  'files.copy': z.tuple([files]),
  'files.copyPaths': z.tuple([files]),
  'files.drag': z.tuple([files, z.strictObject({ x: length, y: length, width: length, height: length })]),
  'files.trash': z.tuple([files]),
  'files.restore': z.tuple([z.number().int().positive()]),
  'thumbnails.rebuild': z.tuple([files]),
  'menu.set': z.tuple([z.array(menuPart).max(20)]),
  'files.openExternally': z.tuple([rootId, fileId]),
  'files.showInFolder': z.tuple([rootId, fileId]),
  'folders.copyPath': z.tuple([rootId, folder]),
  'folders.showInFolder': z.tuple([rootId, folder]),
};
