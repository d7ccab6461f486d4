// English words about folders: the first start, the sidebar, removing one.

export const folders = {
  welcome: 'Your photos and videos, from your own folders.',
  welcomeMore: 'Nothing is copied, uploaded or changed.',
  chooseFolder: 'Choose folder',
  orDrop: 'or drop one here',
  addFolder: 'Add folder',
  dropHere: 'Drop folders to add them',
  dropMore: 'They stay where they are.',

  showSidebar: 'Show sidebar',
  hideSidebar: 'Hide sidebar',
  sidebar: 'Folders',
  folderActions: 'Actions for {name}',
  visitedMark: 'Only visited: it goes when Home Gallery is closed',
  openedGone: '{name} is not there any more.',
  removeFolder: 'Remove from gallery',
  removeTitle: 'Remove “{name}” from the gallery?',
  removeBody: 'The gallery forgets this folder. Nothing on your disk is changed or deleted.',
  remove: 'Remove',
  offline: 'Offline',
  offlineMark: 'offline',
  scanning: 'Being read',
  path: 'Open folder',
  parents: 'Folders above',
} as const;
