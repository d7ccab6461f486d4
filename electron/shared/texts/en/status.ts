// English words of the status line and what opens from it.

export const status = {
  statusReading: {
    one: 'reading folders, {count} file so far',
    other: 'reading folders, {count} files so far',
  },
  statusThumbnailCount: 'thumbnails {done} / {total}',
  statusWorkersOff: 'workers off',
  statusPaused: 'paused',
  statusOnBattery: 'slower on battery',
  statusRate: '{rate}/s',
  statusUnread: {
    one: 'reading dates and sizes, {count} file to go',
    other: 'reading dates and sizes, {count} files to go',
  },
  units: { s: 's', min: 'min', h: 'h', d: 'd' },
  statusLiveNow: 'live, checked just now',
  statusLiveSince: 'live, checked {age} ago',
  statusCheckedSince: 'checked {age} ago',
  statusCheckingSince: 'checking for changes since {age} ago',
  statusOneOffline: '{name} is offline',
  statusManyOffline: '{count} folders are offline',
  problemCount: { one: '{count} problem', other: '{count} problems' },

  thumbnails: 'Thumbnails',
  thumbnailsOff: 'The workers that make them are switched off. Photos are shown from their own files.',
  thumbnailsOriginals: 'They cannot be made at the moment. Photos are shown from their own files.',
  thumbnailsDone: 'All are made. They are kept on this computer.',
  thumbnailsDoneBut: {
    one: 'All but {count} are made; the problems tell why. They are kept on this computer.',
    other: 'All but {count} are made; the problems tell why. They are kept on this computer.',
  },
  thumbnailsPaused: 'Paused: they are made as you look at pictures.',
  thumbnailsOnBattery: 'Being made, slower while on battery.',
  thumbnailsGoing: 'Being made, what is on screen first.',
  storage: '{used} of {cap} used',
  thumbnailsOfGone: 'Thumbnails of folders that were here take {size}.',
  clearEllipsis: 'Clear…',
  clear: 'Clear',
  clearTitle: 'Clear all thumbnails?',
  clearing: 'The thumbnails are being removed…',
  clearFrees: 'This frees {size}. Your photos and videos are not touched.',
  clearMakesAgain:
    'Thumbnails are made again as you look at pictures; making all others is paused until you resume it.',
  clearWorkersOff: 'While workers are switched off, thumbnails are not made again.',
  pauseThumbnails: 'Pause thumbnails',
  resumeThumbnails: 'Resume thumbnails',
} as const;
