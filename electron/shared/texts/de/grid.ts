// German words of the toolbar, the tiles, and of a grid without any.

import type { grid as en } from '../en/grid.js';
import type { TranslationOf } from '../message.js';

export const grid: TranslationOf<typeof en> = {
  show: 'Anzeigen',
  filters: { all: 'Alle', photo: 'Fotos', video: 'Videos' },
  sortMenu: 'Sortieren',
  sorts: {
    newest: 'Neueste zuerst',
    oldest: 'Älteste zuerst',
    name: 'Name, A bis Z',
    'name-down': 'Name, Z bis A',
    largest: 'Größte zuerst',
    smallest: 'Kleinste zuerst',
    type: 'Typ, A bis Z',
    'type-down': 'Typ, Z bis A',
    shuffle: 'Gemischt',
  },
  reorderMore: 'Inzwischen sind weitere Daten gelesen. Die Bilder in ihre Reihenfolge bringen.',
  timeline: 'Zu einem Datum springen',
  zoom: 'Größe der Bilder',
  smaller: 'Kleinere Bilder',
  larger: 'Größere Bilder',

  tilePhoto: 'Foto',
  tileVideo: 'Video',
  tileVideoOf: 'Video, {duration}',
  tileReasons: {
    damaged: 'Datei beschädigt',
    unsupported: 'Nicht darstellbar',
    unreadable: 'Nicht lesbar',
    'not-found': 'Nicht mehr vorhanden',
    timeout: 'Dauerte zu lange',
    memory: 'Zu wenig Speicher',
    crashed: 'Übersprungen',
    offline: 'Ordner nicht erreichbar',
    forbidden: 'Nicht erlaubt',
    stopped: 'Noch nicht erstellt',
    internal: 'Nicht lesbar',
    'bad-argument': 'Nicht darstellbar',
  },

  noneHere: 'Keine Fotos oder Videos in diesem Ordner.',
  noPhotos: 'Keine Fotos hier.',
  noVideos: 'Keine Videos hier.',
  noneAtAll: 'Noch keine Fotos oder Videos in den Ordnern.',
  noneYet: 'Die Ordner werden gelesen. Gleich erscheinen die ersten Bilder.',
  showAll: 'Alle zeigen',
  rootOffline: '{name} ist nicht erreichbar. Der Ordner wird geprüft, sobald er wieder da ist.',
};
