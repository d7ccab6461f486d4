// English words for everything that can be configured: the dialog's labels, and what `--help` and the docs say.

export const optionTexts = {
  options: {
    mediaDirs: {
      name: 'Folders',
      about: 'Folder with photos and videos to open; can be given several times',
    },
    userDataDir: {
      name: 'Folder of the app',
      about: 'Folder for settings, databases, thumbnails and logs, for portable use',
    },
    language: { name: 'Language', about: 'Language of the window' },
    theme: { name: 'Theme', about: 'Light or dark, or as the system has it' },
    zoom: {
      name: 'Size of pictures',
      about: 'Usual size of pictures in the grid, from 0 (small) to 8 (large)',
    },
    placeholder: { name: 'Until a picture is there', about: 'What a tile shows until its picture is there' },
    itemsPerPage: {
      name: 'Items per page',
      about: 'Shows the grid in pages of so many items; 0: endless',
    },
    slideshowSeconds: {
      name: 'Seconds for each photo',
      about: 'Seconds for which a slideshow shows a photo; videos play to their end',
    },
    slideshowOrder: {
      name: 'Order of slideshows',
      about: 'Which file a slideshow shows next',
    },
    cache: {
      name: 'Trust listings for a while',
      about: 'Keeps what was read of folders in a cache',
      off: 'Every look reads the folders again',
    },
    cacheTtl: {
      name: 'Seconds to trust them',
      about: 'Seconds until a cached listing is compared with the disk; details of files live twice as long',
    },
    workers: {
      name: 'Make thumbnails',
      about: 'Makes thumbnails in processes of their own',
      off: 'No thumbnails are made; photos are shown from their own files',
    },
    workerThreads: { name: 'Processes at once', about: 'Processes that make thumbnails side by side' },
    thumbnailDir: { name: 'Folder of thumbnails', about: 'Folder for thumbnails' },
    thumbnailSpace: { name: 'Space for thumbnails, MB', about: 'Megabytes that thumbnails may take' },
    ffmpeg: {
      name: 'Program that reads videos',
      about: 'The ffmpeg to be used, instead of the one that comes with the app or is found in PATH',
    },
    updates: {
      name: 'Look for newer versions',
      about:
        'Asks github.com once a day for a newer version. It learns your internet address and that Home Gallery asks, nothing else; nothing is downloaded before you say so',
      off: 'Nothing is asked, and nothing leaves this computer',
    },
    logLevel: { name: 'Detail of the log', about: 'Least important messages that are written to the log' },
    logToFile: {
      name: 'Keep a log file',
      about: 'Writes messages to a log file',
      off: 'No log file is written',
    },
    logDir: { name: 'Folder of the log', about: 'Folder for the log file' },
  },
  optionChoices: {
    language: { system: 'As the system', en: 'English', de: 'Deutsch' },
    theme: { system: 'As the system', light: 'Light', dark: 'Dark' },
    placeholder: { colors: 'Its picture, blurred', name: 'Its name', plain: 'Nothing' },
    slideshowOrder: { shown: 'In order', shuffle: 'Shuffled' },
    logLevel: {
      debug: 'Everything',
      info: 'What happens',
      warning: 'Warnings',
      error: 'Errors',
      critical: 'Only what stops the app',
    },
  },
} as const;
