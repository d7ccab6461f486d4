// @ts-check
// Read by electron-builder's configuration: the media types that systems offer the app for ("Open with").
// They are the systems' own names, which differ from the ones that Chromium is told (electron/shared/media.ts); a test
// holds the two lists of extensions together.

/** Extension -> media type, as shared-mime-info and IANA name it. */
export const MEDIA_TYPES = /** @type {Readonly<Record<string, string>>} */ ({
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  jfif: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  heic: 'image/heic',
  heif: 'image/heif',
  cr2: 'image/x-canon-cr2',
  cr3: 'image/x-canon-cr3',
  nef: 'image/x-nikon-nef',
  arw: 'image/x-sony-arw',
  dng: 'image/x-adobe-dng',
  orf: 'image/x-olympus-orf',
  raf: 'image/x-fuji-raf',
  rw2: 'image/x-panasonic-rw2',
  mp4: 'video/mp4',
  m4v: 'video/x-m4v',
  mov: 'video/quicktime',
  webm: 'video/webm',
  mkv: 'video/x-matroska',
  '3gp': 'video/3gpp',
  avi: 'video/x-msvideo',
  flv: 'video/x-flv',
  mpg: 'video/mpeg',
  mpeg: 'video/mpeg',
  ts: 'video/mp2t',
  mts: 'video/mp2t',
  m2ts: 'video/mp2t',
  wmv: 'video/x-ms-wmv',
});

/** What a desktop entry on Linux lists: folders and every media type. */
export const DESKTOP_TYPES = ['inode/directory', ...new Set(Object.values(MEDIA_TYPES))];

/** Films that macOS has no name for: without one it does not take them for films. */
export const IMPORTED_TYPES = [
  importedType('org.matroska.mkv', 'Matroska', 'mkv'),
  importedType('org.webmproject.webm', 'WebM', 'webm'),
  importedType('com.adobe.flash.video', 'Flash Video', 'flv'),
];

/**
 * @param {string} identifier uniform type identifier, as its makers or common players name it
 * @param {string} description
 * @param {string} extension
 */
function importedType(identifier, description, extension) {
  return {
    UTTypeIdentifier: identifier,
    UTTypeDescription: description,
    UTTypeConformsTo: ['public.movie'],
    UTTypeTagSpecification: {
      'public.filename-extension': [extension],
      'public.mime-type': [MEDIA_TYPES[extension]],
    },
  };
}

/** macOS knows families of types: whatever it takes for a picture, a film or a folder may be opened with the app. */
export const DOCUMENT_TYPES = [
  documentType('Photo', 'public.image'),
  documentType('Video', 'public.movie'),
  documentType('Folder', 'public.folder'),
];

/**
 * @param {string} name
 * @param {string} family uniform type identifier
 */
function documentType(name, family) {
  return {
    CFBundleTypeName: name,
    CFBundleTypeRole: 'Viewer',
    // Offered beside what opens them now, never in its place.
    LSHandlerRank: 'Alternate',
    LSItemContentTypes: [family],
  };
}
