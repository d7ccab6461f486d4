// Runs in main: files on the clipboard, as file managers put them there. Each system has a way of its own, and Electron one for
// single formats only before version 36.

import { spawn } from 'node:child_process';
import { clipboard } from 'electron';
import { AppError } from '../../shared/result.js';
import { textPath } from './checked-files.js';
import { fileUri } from './file-uri.js';

const GNOME = 'x-special/gnome-copied-files';
const URI_LIST = 'text/uri-list';
/** Desktops whose file managers read {@link GNOME}; the others read {@link URI_LIST}. */
const GNOME_LIKE = /gnome|unity|cinnamon|mate|xfce|pantheon|budgie/i;
const TIME_LIMIT = 15_000;

/** What Electron's newer clipboard takes; absent in older ones. */
type ItemClass = new (items: Readonly<Record<string, string | Blob>>) => unknown;

/**
 * Puts files (absolute paths) on the clipboard, in their order.
 * @throws AppError `unsupported`, `internal` when the system did not take them
 */
export async function copyFiles(paths: readonly string[], platform = process.platform): Promise<void> {
  if (platform === 'linux') await copyOnLinux(paths);
  else if (platform === 'darwin') await write('NSFilenamesPboardType', propertyList(paths.map(textPath)));
  else await copyOnWindows(paths.map(textPath));
}

async function copyOnLinux(paths: readonly string[]): Promise<void> {
  const uris = paths.map(fileUri);
  const formats = {
    [GNOME]: ['copy', ...uris].join('\n'),
    [URI_LIST]: uris.map((uri) => `${uri}\r\n`).join(''),
  };
  const desktop = process.env['XDG_CURRENT_DESKTOP'] ?? '';
  const best = GNOME_LIKE.test(desktop) ? GNOME : URI_LIST;
  await write(best, formats[best], formats);
}

/** Writes one format, or where Electron can all of them, and makes sure that it is there. */
async function write(
  format: string,
  text: string,
  all: Readonly<Record<string, string>> = { [format]: text },
) {
  const legacy = clipboard as unknown as {
    writeBuffer?: (format: string, buffer: Buffer) => void;
    readBuffer?: (format: string) => Buffer;
  };
  if (legacy.writeBuffer && legacy.readBuffer) {
    legacy.writeBuffer(format, Buffer.from(text));
    if (legacy.readBuffer(format).toString() === text) return;
    throw new AppError(
      'internal',
      'The system did not take the files onto its clipboard. Try it again, or drag them to where they are wanted.',
    );
  }
  const { ClipboardItem } = (await import('electron')) as unknown as { ClipboardItem: ItemClass };
  const named = Object.entries(all).map(([name, content]) => {
    return [`electron application/osclipboard;format="${name}"`, new Blob([content])] as const;
  });
  const modern = clipboard as unknown as {
    write: (items: readonly unknown[]) => Promise<void>;
    has: (type: string) => Promise<boolean>;
  };
  await modern.write([new ClipboardItem(Object.fromEntries(named))]);
  if (!(await modern.has(`electron application/osclipboard;format="${format}"`))) {
    throw new AppError(
      'internal',
      'The system did not take the files onto its clipboard. Try it again, or drag them to where they are wanted.',
    );
  }
}

/** The list of files that macOS keeps, as an XML property list. */
export function propertyList(paths: readonly string[]): string {
  const escape = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const items = paths.map((path) => `<string>${escape(path)}</string>`).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">' +
    `<plist version="1.0"><array>${items}</array></plist>`
  );
}

/** Windows has a format of its own that only its own tools can write; the paths go in by standard input. */
function copyOnWindows(paths: readonly string[]): Promise<void> {
  const script =
    '[Console]::InputEncoding = [Text.Encoding]::UTF8; ' +
    'Set-Clipboard -LiteralPath ([Console]::In.ReadToEnd() | ConvertFrom-Json)';
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(
        new AppError(
          'internal',
          'The system did not take the files onto its clipboard. Try it again, or drag them to where they are wanted.',
          { cause },
        ),
      );
    const args = ['-NoProfile', '-NonInteractive', '-Command', script];
    const child = spawn('powershell.exe', args, { windowsHide: true, timeout: TIME_LIMIT });
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? resolve() : fail(`exit code ${code}`)));
    child.stdin.on('error', fail);
    child.stdin.end(JSON.stringify(paths), 'utf8');
  });
}
