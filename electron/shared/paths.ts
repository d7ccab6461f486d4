// Shared by every process: relative paths as strings.
// A byte 0xNN of a file name that is not UTF-8 is kept as the lone surrogate U+DCNN, the way Python's
// "surrogateescape" (PEP 383) does it; electron/node/raw-paths.ts turns that back into bytes.

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A path as text for a person: what cannot be shown becomes U+FFFD. */
export function displayPath(path: string): string {
  return path.replace(LONE, '\uFFFD');
}

/** Joins relative parts with `/`; the empty string is the root. */
export function joinRelative(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The folder of a relative path; '' for what lies in the root. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Whether a relative path is `folder` or lies somewhere below it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** The last part of a relative path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
