// German words for everything that can be configured.

import type { optionTexts as en } from '../en/options.js';
import type { TranslationOf } from '../message.js';

export const optionTexts: TranslationOf<typeof en> = {
  options: {
    mediaDirs: {
      name: 'Ordner',
      about: 'Ordner mit Fotos und Videos, der geöffnet wird; kann mehrfach angegeben werden',
    },
    userDataDir: {
      name: 'Ordner der App',
      about: 'Ordner für Einstellungen, Datenbanken, Vorschaubilder und Protokolle, etwa auf einem USB-Stick',
    },
    language: { name: 'Sprache', about: 'Sprache des Fensters' },
    theme: { name: 'Design', about: 'Hell oder dunkel, oder wie im System' },
    zoom: {
      name: 'Größe der Bilder',
      about: 'Übliche Größe der Bilder im Raster, von 0 (klein) bis 8 (groß)',
    },
    placeholder: {
      name: 'Bis ein Bild da ist',
      about: 'Was eine Kachel zeigt, bis ihr Bild da ist',
    },
    itemsPerPage: {
      name: 'Elemente je Seite',
      about: 'Zeigt das Raster in Seiten mit so vielen Elementen; 0: endlos',
    },
    slideshowSeconds: {
      name: 'Sekunden je Foto',
      about: 'Sekunden, die eine Diashow ein Foto zeigt; Videos laufen bis zu ihrem Ende',
    },
    slideshowOrder: {
      name: 'Reihenfolge der Diashow',
      about: 'Welche Datei eine Diashow als nächste zeigt',
    },
    cache: {
      name: 'Gelesenem eine Zeit lang vertrauen',
      about: 'Behält in einem Zwischenspeicher, was in den Ordnern gelesen wurde',
      off: 'Bei jedem Ansehen werden die Ordner neu gelesen',
    },
    cacheTtl: {
      name: 'Sekunden bis zur nächsten Prüfung',
      about:
        'Sekunden, bis Gelesenes mit der Festplatte verglichen wird; Angaben zu Dateien gelten doppelt so lange',
    },
    workers: {
      name: 'Vorschaubilder erstellen',
      about: 'Erstellt Vorschaubilder in eigenen Prozessen',
      off: 'Es entstehen keine Vorschaubilder; Fotos werden aus den Originaldateien gezeigt',
    },
    workerThreads: {
      name: 'Prozesse gleichzeitig',
      about: 'Prozesse, die nebeneinander Vorschaubilder erstellen',
    },
    thumbnailDir: { name: 'Ordner der Vorschaubilder', about: 'Ordner für Vorschaubilder' },
    thumbnailSpace: {
      name: 'Platz für Vorschaubilder, MB',
      about: 'Megabyte, die Vorschaubilder belegen dürfen',
    },
    ffmpeg: {
      name: 'Programm, das Videos liest',
      about: 'Das ffmpeg, das statt des mitgelieferten oder des in PATH gefundenen benutzt wird',
    },
    updates: {
      name: 'Nach neueren Versionen suchen',
      about:
        'Fragt einmal am Tag github.com nach einer neueren Version. Dort wird die Internetadresse bekannt und dass Home Gallery fragt, sonst nichts; ohne Zustimmung wird nichts heruntergeladen',
      off: 'Es wird nichts abgefragt, und nichts verlässt diesen Computer',
    },
    logLevel: {
      name: 'Ausführlichkeit des Protokolls',
      about: 'Ab welcher Wichtigkeit Meldungen ins Protokoll geschrieben werden',
    },
    logToFile: {
      name: 'Protokolldatei führen',
      about: 'Schreibt Meldungen in eine Protokolldatei',
      off: 'Es wird keine Protokolldatei geschrieben',
    },
    logDir: { name: 'Ordner des Protokolls', about: 'Ordner für die Protokolldatei' },
  },
  optionChoices: {
    language: { system: 'Wie das System', en: 'English', de: 'Deutsch' },
    theme: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    placeholder: { colors: 'Sein Bild, unscharf', name: 'Sein Name', plain: 'Nichts' },
    slideshowOrder: { shown: 'Wie gezeigt', shuffle: 'Gemischt' },
    logLevel: {
      debug: 'Alles',
      info: 'Was geschieht',
      warning: 'Warnungen',
      error: 'Fehler',
      critical: 'Nur was die App anhält',
    },
  },
};
