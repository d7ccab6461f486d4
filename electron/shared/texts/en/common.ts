// English words that several views share.

export const common = {
  appName: 'Home Gallery',
  byteUnits: { B: '{size} B', kB: '{size} kB', MB: '{size} MB', GB: '{size} GB', TB: '{size} TB' },
  folders: 'Folders',
  media: 'Photos and videos',
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  showInFolder: 'Show in folder',
  openExternally: 'Open in default app',
  openInPlayer: 'Open in default player',
  items: { one: '{count} item', other: '{count} items' },
  photos: { one: '{count} photo', other: '{count} photos' },
  videos: { one: '{count} video', other: '{count} videos' },
  unexpected: 'Something went wrong ({reason}). Try it again; if that does not help, start the app again.',
  crashTitle: 'Something went wrong in this window.',
  crashBody: 'Your files are not affected. Showing it again usually helps.',
  reload: 'Show again',
} as const;
