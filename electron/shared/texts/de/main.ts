// German words that the main process shows itself: menu, dialogs, notices.

import type { main as en } from '../en/main.js';
import type { TranslationOf } from '../message.js';

export const main: TranslationOf<typeof en> = {
  menuAbout: 'Über {app}',
  menuServices: 'Dienste',
  menuHide: '{app} ausblenden',
  menuHideOthers: 'Andere ausblenden',
  menuShowAll: 'Alle einblenden',
  menuQuitApp: '{app} beenden',
  menuFile: '&Datei',
  menuQuit: 'Beenden',
  menuEdit: '&Bearbeiten',
  menuRedo: 'Wiederholen',
  menuCut: 'Ausschneiden',
  menuCopy: 'Kopieren',
  menuPaste: 'Einfügen',
  menuView: '&Ansicht',
  menuFullScreen: 'Vollbild',
  menuPlayback: '&Wiedergabe',
  menuWindow: '&Fenster',
  menuClose: 'Schließen',
  menuHelp: '&Hilfe',
  menuLog: 'Protokolldatei öffnen',
  recentFolders: 'Zuletzt geöffnete Ordner',
  windowGone: 'Das Fenster ist mehrmals abgestürzt',
  windowGoneDetail: 'Was nicht stimmte, steht im Protokoll. Die Dateien sind unverändert.',
  windowAgain: 'Neu öffnen',
  dialogTitle: 'Ordner mit Fotos und Videos wählen',
  dialogFolder: 'Ordner wählen',
  dialogFile: 'Datei wählen',
  dialogButton: 'Wählen',
  exportTitle: 'Favoriten, Bewertungen und Schlagwörter exportieren',
  importTitle: 'Favoriten, Bewertungen und Schlagwörter importieren',
  newerTitle: 'Diese Galerie wurde mit einer neueren Version von Home Gallery benutzt',
  newerDetail:
    '{file} stammt von einer neueren Version; dies ist {version}. Es wurde nichts verändert. Bitte die neuere Version wieder installieren oder diese mit einem eigenen Ordner starten: --user-data-dir PFAD',
  contentUnreadable:
    'Die Datei content.json kann nicht gelesen werden ({reason}). Es werden die üblichen Texte gezeigt. Bitte die Datei berichtigen und die App neu starten.',
  contentIgnored: 'Nicht aus content.json übernommen: {problems}',
  contentUnknown: '{key} ist kein Text der App',
  contentNotText: '{key} ist kein Text',
  contentPlace: '{key} hat keinen Wert {place}',
  contentLeftOut: '{key} lässt den Wert {place} weg',
  contentSentence: 'der Satz „{sentence}“',
  contentMore: 'und {count} weitere (siehe Protokoll)',
};
