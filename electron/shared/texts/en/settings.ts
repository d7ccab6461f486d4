// English words of the settings dialog.

export const settings = {
  settings: 'Settings',
  settingsIntro: 'Changes are kept as they are made.',
  settingsGroups: {
    folders: 'Folders',
    appearance: 'Appearance',
    slideshow: 'Slideshow',
    library: 'Reading folders',
    thumbnails: 'Thumbnails',
    logs: 'Log',
  },
  settingsMotion: 'Movement follows the system: where it asks for less, nothing fades or slides.',
  sourceFlag: 'Set by {from} for this run',
  sourceEnvironment: 'Set by the variable {from}',
  sourceSaved: 'Chosen here',
  sourceDefault: 'Default',
  afterRestart: 'after a restart',
  backToUsual: 'Back to the default of {name}',
  usualPlace: 'In the folder of the app',
  chooseEllipsis: 'Choose…',
  openLog: 'Open log file',
  less: 'Less',
  more: 'More',
  pageOf: 'Page {page} of {pages}',
  previousPage: 'Previous page',
  nextPage: 'Next page',
} as const;
