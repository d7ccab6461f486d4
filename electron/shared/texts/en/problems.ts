// English words of the list of problems.

export const problems = {
  problems: 'Problems',
  problemsIntro: 'These files or folders could not be shown as they should. Everything else is complete.',
  noProblems: 'There are no problems any more.',
  problemKinds: {
    'unreadable-folder': 'Folder cannot be read',
    'unreadable-file': 'File cannot be read',
    vanished: 'File is gone',
    link: 'Link was not followed',
    'bad-name': 'Unusual name',
    'not-a-file': 'Not a file',
    damaged: 'Damaged file',
    watch: 'Changes are not seen at once',
  },
  thumbnailFailed: 'No thumbnail',
  triedAgain: 'What failed is tried again.',
  tryAllAgain: 'Try all again',
} as const;
