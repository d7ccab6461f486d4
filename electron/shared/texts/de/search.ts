// German words about looking for pictures and filtering them.

import type { search as en } from '../en/search.js';
import type { TranslationOf } from '../message.js';

export const search: TranslationOf<typeof en> = {
  search: 'Suchen',
  searchHint: 'Namen, Ordner, Kameras, Daten und Schlagwörter durchsuchen',
  clearSearch: 'Suche leeren',
  results: { one: '{count} Treffer', other: '{count} Treffer' },
  nothingFound: 'Nichts gefunden für „{query}“.',
  noneFrom: {
    all: '{when}: keine Fotos oder Videos.',
    photo: '{when}: keine Fotos.',
    video: '{when}: keine Videos.',
  },
  noneFiltered: 'Keine Fotos oder Videos passen zu diesen Filtern.',

  filterBy: 'Filter',
  filtersSet: { one: '{count} gesetzt', other: '{count} gesetzt' },
  removeFilter: 'Filter entfernen: {name}',
  clearAll: 'Alle entfernen',
  facetFavourites: 'Favoriten',
  facetLocated: 'Mit Ort',
  facetRating: 'Bewertung, mindestens',
  facetYear: 'Jahr',
  facetCamera: 'Kamera',
  facetTag: 'Schlagwort',
  starsAtLeast: { one: 'ab {count} Stern', other: 'ab {count} Sternen' },
};
