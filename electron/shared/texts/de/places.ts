// German: the places of the window, and what is said where they are empty.

import type { places as original } from '../en/places.js';
import type { TranslationOf } from '../message.js';

export const places: TranslationOf<typeof original> = {
  placeNames: {
    home: 'Start',
    all: 'Alle Medien',
    browse: 'Stöbern',
    newest: 'Neueste',
    favourites: 'Favoriten',
    videos: 'Videos',
    recent: 'Zuletzt hinzugefügt',
    shuffle: 'Zufällig',
    duplicates: 'Duplikate',
    day: 'An diesem Tag',
    folder: 'Ordner',
  },
  goBack: 'Zurück',
  goForward: 'Vor',
  unfoldSidebar: 'Seitenleiste ausklappen',
  browsing: 'Darstellung der Ordner',
  browsings: { flow: 'Titelbilder', cards: 'Karten' },
  mosaic: 'Bilder aus allen Ordnern',
  waysIn: 'Wege in die Bibliothek',
  totalPhoto: 'Foto',
  totalPhotos: 'Fotos',
  totalVideo: 'Video',
  totalVideos: 'Videos',
  totalFolder: 'Ordner',
  totalFolders: 'Ordner',
  totalYear: 'Jahr, {year}',
  totalYears: 'Jahre, {first} bis {last}',
  totalPlaced: 'mit Ort',
  totalCamera: 'Kamera',
  totalCameras: 'Kameras',
  recentCount: {
    one: '{count} Datei in den letzten {days} Tagen hinzugefügt',
    other: '{count} Dateien in den letzten {days} Tagen hinzugefügt',
  },
  allOf: 'Alles in {name}',
  wholeFolder: 'Alles',
  comparing: 'Gleich große Dateien werden verglichen.',
  comparingOff:
    'Die Helfer, die Dateien lesen, sind ausgeschaltet. Sie lassen sich in den Einstellungen einschalten.',
  duplicateGroups: {
    one: '{count} Gruppe von Dateien mit gleichem Inhalt. Kopien belegen {size}.',
    other: '{count} Gruppen von Dateien mit gleichem Inhalt. Kopien belegen {size}.',
  },
  compared: '{compared} von {candidates} gleich großen Dateien sind bisher verglichen.',
  notCompared: {
    one: '{count} Datei kann nicht gelesen werden.',
    other: '{count} Dateien können nicht gelesen werden.',
  },
  timesOf: { one: '{count} Datei, {size}', other: '{count} Mal, je {size}' },
  noFavourites:
    'Noch keine Favoriten. F drücken oder auf das Herz klicken, wenn ein Foto oder Video gefällt.',
  noVideosAtAll: 'Keine Videos in den Ordnern.',
  noDuplicates: 'Kein Foto oder Video ist doppelt vorhanden.',
  nothingOnThisDay: 'In anderen Jahren wurde an diesem Tag nichts aufgenommen.',
};
