// English words for what takes a while, and for what could not be read.

export const waiting = {
  loading: 'Loading…',
  searching: 'Searching…',
  openingWindow: 'A window is being opened…',
  openingLog: 'The log file is being opened…',
  openingLicences: 'The licences are being opened…',
  addingFolders: 'The folders are being added…',
  removingFolder: 'The folder is being removed from the gallery…',
  keepingFolder: 'The folder is being kept in the gallery…',
  checkingFolders: 'The folders are being checked for changes…',
  pausing: 'Thumbnails are being paused…',
  resuming: 'Thumbnails are being resumed…',
  retrying: 'What failed is being asked for again…',
  restartingWorkers: 'Workers are being restarted…',
  droppingCaches: 'What the caches hold is being invalidated…',
  copyingDiagnostics: 'Diagnostics are being gathered…',
  copyingFolderPath: 'The path is being copied…',
  copyingPlace: 'The coordinates are being copied…',
  savingOption: 'The setting is being saved…',
  askingForVersion: 'Newer versions are being asked for…',
  notRead: {
    settings: 'The settings could not be read. {reason}',
    licences: 'The licences could not be read. {reason}',
    problems: 'The problems could not be read. {reason}',
    details: 'What else this file says about itself could not be read. {reason}',
  },
} as const;
