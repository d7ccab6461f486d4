// German words for what takes a while, and for what could not be read.

import type { waiting as en } from '../en/waiting.js';
import type { TranslationOf } from '../message.js';

export const waiting: TranslationOf<typeof en> = {
  loading: 'Wird geladen…',
  searching: 'Es wird gesucht…',
  openingWindow: 'Ein Fenster wird geöffnet…',
  openingLog: 'Die Protokolldatei wird geöffnet…',
  openingLicences: 'Die Lizenzen werden geöffnet…',
  addingFolders: 'Die Ordner werden hinzugefügt…',
  removingFolder: 'Der Ordner wird aus der Galerie entfernt…',
  keepingFolder: 'Der Ordner wird in die Galerie aufgenommen…',
  checkingFolders: 'Die Ordner werden auf Änderungen geprüft…',
  pausing: 'Das Erstellen der Vorschaubilder wird angehalten…',
  resuming: 'Das Erstellen der Vorschaubilder wird fortgesetzt…',
  retrying: 'Was fehlgeschlagen ist, wird noch einmal versucht…',
  restartingWorkers: 'Helfer werden neu gestartet…',
  droppingCaches: 'Der Inhalt der Zwischenspeicher wird verworfen…',
  copyingDiagnostics: 'Die Diagnose wird zusammengestellt…',
  copyingFolderPath: 'Der Pfad wird kopiert…',
  copyingPlace: 'Die Koordinaten werden kopiert…',
  savingOption: 'Die Einstellung wird gespeichert…',
  askingForVersion: 'Es wird nach neueren Versionen gesucht…',
  notRead: {
    settings: 'Die Einstellungen konnten nicht gelesen werden. {reason}',
    licences: 'Die Lizenzen konnten nicht gelesen werden. {reason}',
    problems: 'Die Liste der Probleme konnte nicht geladen werden. {reason}',
    details: 'Weitere Angaben zur Datei konnten nicht gelesen werden. {reason}',
  },
};
