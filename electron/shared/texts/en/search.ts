// English words about looking for pictures and filtering them.

export const search = {
  search: 'Search',
  searchHint: 'Search names, folders, cameras, dates and tags',
  clearSearch: 'Clear search',
  results: { one: '{count} result', other: '{count} results' },
  nothingFound: 'Nothing found for “{query}”.',
  noneFrom: {
    all: 'No photos or videos from {when}.',
    photo: 'No photos from {when}.',
    video: 'No videos from {when}.',
  },
  noneFiltered: 'No photos or videos match these filters.',

  filterBy: 'Filter',
  filtersSet: { one: '{count} set', other: '{count} set' },
  removeFilter: 'Remove filter: {name}',
  clearAll: 'Clear all',
  facetFavourites: 'Favourites',
  facetLocated: 'With a place',
  facetRating: 'Rating, at least',
  facetYear: 'Year',
  facetCamera: 'Camera',
  facetTag: 'Tag',
  starsAtLeast: { one: '{count} star or more', other: '{count} stars or more' },
} as const;
