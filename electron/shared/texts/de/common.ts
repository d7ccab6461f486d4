// German words that several views share.

import type { common as en } from '../en/common.js';
import type { TranslationOf } from '../message.js';

export const common: TranslationOf<typeof en> = {
  appName: 'Home Gallery',
  byteUnits: { B: '{size} B', kB: '{size} kB', MB: '{size} MB', GB: '{size} GB', TB: '{size} TB' },
  folders: 'Ordner',
  media: 'Fotos und Videos',
  close: 'Schließen',
  cancel: 'Abbrechen',
  dismiss: 'Ausblenden',
  tryAgain: 'Erneut versuchen',
  showInFolder: 'Im Ordner zeigen',
  openExternally: 'Mit Standardprogramm öffnen',
  openInPlayer: 'Im Standard-Player öffnen',
  items: { one: '{count} Element', other: '{count} Elemente' },
  photos: { one: '{count} Foto', other: '{count} Fotos' },
  videos: { one: '{count} Video', other: '{count} Videos' },
  unexpected:
    'Etwas ist schiefgegangen ({reason}). Bitte noch einmal versuchen; wenn das nicht hilft, die App neu starten.',
  crashTitle: 'In diesem Fenster ist etwas schiefgegangen.',
  crashBody: 'Die Dateien sind davon nicht betroffen. Meist hilft es, das Fenster neu anzuzeigen.',
  reload: 'Neu anzeigen',
};
