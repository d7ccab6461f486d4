// Shared by every process: what counts as a photo or a video. The only extension tables of the app.

export type MediaKind = 'photo' | 'video';

/** How the window can show the original itself. `rendition` means: Chromium cannot decode it. */
export type Display = 'native' | 'rendition';

/** Longest side of the first look at a `rendition`, pixels. */
export const SCREEN_SIDE = 2560;

export interface MediaFormat {
  readonly kind: MediaKind;
  /** Content type the bytes are served with. */
  readonly mime: string;
  readonly display: Display;
}

const photo = (mime: string, display: Display = 'native'): MediaFormat => ({
  kind: 'photo',
  mime,
  display,
});
const video = (mime: string, display: Display = 'native'): MediaFormat => ({
  kind: 'video',
  mime,
  display,
});

/** Lower-case extension without the dot -> format. */
export const FORMATS: ReadonlyMap<string, MediaFormat> = new Map([
  ['jpg', photo('image/jpeg')],
  ['jpeg', photo('image/jpeg')],
  ['jpe', photo('image/jpeg')],
  ['jfif', photo('image/jpeg')],
  ['png', photo('image/png')],
  ['gif', photo('image/gif')],
  ['webp', photo('image/webp')],
  ['avif', photo('image/avif')],
  ['bmp', photo('image/bmp')],
  ['svg', photo('image/svg+xml')],
  ['tif', photo('image/tiff', 'rendition')],
  ['tiff', photo('image/tiff', 'rendition')],
  ['heic', photo('image/heic', 'rendition')],
  ['heif', photo('image/heif', 'rendition')],
  ['cr2', photo('image/x-canon-cr2', 'rendition')],
  ['cr3', photo('image/x-canon-cr3', 'rendition')],
  ['nef', photo('image/x-nikon-nef', 'rendition')],
  ['arw', photo('image/x-sony-arw', 'rendition')],
  ['dng', photo('image/x-adobe-dng', 'rendition')],
  ['orf', photo('image/x-olympus-orf', 'rendition')],
  ['raf', photo('image/x-fuji-raf', 'rendition')],
  ['rw2', photo('image/x-panasonic-rw2', 'rendition')],
  ['mp4', video('video/mp4')],
  ['m4v', video('video/mp4')],
  ['mov', video('video/mp4')],
  ['webm', video('video/webm')],
  ['mkv', video('video/x-matroska')],
  ['3gp', video('video/3gpp')],
  ['avi', video('video/x-msvideo', 'rendition')],
  ['flv', video('video/x-flv', 'rendition')],
  ['mpg', video('video/mpeg', 'rendition')],
  ['mpeg', video('video/mpeg', 'rendition')],
  ['ts', video('video/mp2t', 'rendition')],
  ['mts', video('video/mp2t', 'rendition')],
  ['m2ts', video('video/mp2t', 'rendition')],
  ['wmv', video('video/x-ms-wmv', 'rendition')],
]);

function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1) : '';
}

/** The lower-case extension of a file name, without the dot; empty when it has none. */
export const extensionOf = (name: string): string => endingOf(name).toLowerCase();

/** The format of a file by its name, or undefined when it is not media. */
export function formatOf(name: string): MediaFormat | undefined {
  const ending = endingOf(name);
  // Asked of each file of the library; most are written in small letters.
  return FORMATS.get(ending) ?? FORMATS.get(ending.toLowerCase());
}

const RAW: ReadonlySet<string> = new Set(['cr2', 'cr3', 'nef', 'arw', 'dng', 'orf', 'raf', 'rw2']);

/** Those whose pictures are never transparent. */
const OPAQUE: ReadonlySet<string> = new Set(['jpg', 'jpeg', 'jpe', 'jfif', ...RAW]);

/** Whether something may be seen through the picture of a file, by its name. */
export function mayHaveAlpha(name: string): boolean {
  return !OPAQUE.has(extensionOf(name));
}

/** Whether a file name is that of a camera's raw picture, of which only the embedded preview is shown. */
export function isRawName(name: string): boolean {
  return RAW.has(extensionOf(name));
}

/** Folders that systems and NAS devices make for themselves; compared without regard to case. */
const JUNK_FOLDERS: ReadonlySet<string> = new Set([
  '@eadir',
  '#recycle',
  '#snapshot',
  '$recycle.bin',
  '$winreagent',
  '@recycle',
  '@recently-snapshot',
  '@tmp',
  'system volume information',
  'recycler',
  'lost+found',
  'found.000',
  '__macosx',
]);

/**
 * Whether a folder is skipped without a look inside: hidden (leading dot: `.thumbnails`,
 * `.Trash-1000`, `.git` …) or made by a system or a NAS.
 */
export function isSkippedFolder(name: string): boolean {
  return name.startsWith('.') || JUNK_FOLDERS.has(name.toLowerCase());
}

/** The name of a picture that the app has stored; its first group is what it is known by. See main/thumbnails/keys.ts. */
export const STORED_PICTURE = /^([0-9a-f]{32}-(?:grid|large|screen|full)\d+)\.(?:webp|picture)$/;

/**
 * Whether a file is skipped although its extension is media: hidden, an AppleDouble side file (`._x.jpg`), or a thumbnail of
 * the app. Those are known by their names, because they may lie anywhere: in a folder with files of a person's own, in one where
 * they are not kept any more, or in that of another installation. A thumbnail of a thumbnail would get one as well.
 */
export function isSkippedFile(name: string): boolean {
  return name.startsWith('.') || STORED_PICTURE.test(name);
}
