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
    updates: 'Neue Versionen',
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
  byItself: 'Von selbst gefunden',
  chooseEllipsis: 'Wählen…',
  openLog: 'Protokolldatei öffnen',
  updatesNone:
    'Diese Ausgabe weiß nicht, wo sie nach neueren Versionen suchen soll. Neuere Versionen gibt es dort, wo diese herkommt.',
  updateUnknown: 'Seit dem Start der App wurde nicht gesucht.',
  updateChecking: 'Es wird gesucht …',
  updateCurrent: 'Es gibt keine neuere Version.',
  updateFound: 'Version {version} ist da.',
  updateByHand: 'Version {version} ist da. Sie wird so installiert, wie diese installiert wurde.',
  updateByHandFrom:
    'Version {version} ist da. Sie wird so installiert, wie diese installiert wurde, von {page}',
  updateDownloading: 'Version {version} wird heruntergeladen: {percent} %',
  updateReady: 'Version {version} wird beim Schließen der App installiert.',
  updateCheck: 'Jetzt suchen',
  updateDownload: 'Herunterladen, beim Schließen installieren',
  licencesIntro: 'Home Gallery {version} und woraus es besteht. Chromium hat eigene Teile.',
  licencesOfChromium: 'Lizenzen der Teile von Chromium öffnen',
  licenceOf: '{name} {version}',
  less: 'Weniger',
  more: 'Mehr',
  pageOf: 'Seite {page} von {pages}',
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
};
