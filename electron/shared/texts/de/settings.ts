// German words of the settings dialog.

import type { settings as en } from '../en/settings.js';
import type { TranslationOf } from '../message.js';

export const settings: TranslationOf<typeof en> = {
  settings: 'Einstellungen',
  settingsIntro: 'Änderungen werden sofort gespeichert.',
  settingsGroups: {
    folders: 'Ordner',
    appearance: 'Darstellung',
    slideshow: 'Diashow',
    library: 'Lesen der Ordner',
    thumbnails: 'Vorschaubilder',
    logs: 'Protokoll',
  },
  settingsMotion: 'Bewegung folgt dem System: Wünscht es weniger davon, blendet und gleitet nichts.',
  sourceFlag: 'Durch {from} für diesen Lauf festgelegt',
  sourceEnvironment: 'Durch die Variable {from} festgelegt',
  sourceSaved: 'Hier gewählt',
  sourceDefault: 'Voreinstellung',
  afterRestart: 'nach einem Neustart',
  backToUsual: '{name}: zurück zur Voreinstellung',
  usualPlace: 'Im Ordner der App',
  chooseEllipsis: 'Wählen…',
  openLog: 'Protokolldatei öffnen',
  less: 'Weniger',
  more: 'Mehr',
  pageOf: 'Seite {page} von {pages}',
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
};
