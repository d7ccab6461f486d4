// German words about folders: the first start, the sidebar, removing one.

import type { folders as en } from '../en/folders.js';
import type { TranslationOf } from '../message.js';

export const folders: TranslationOf<typeof en> = {
  welcome: 'Fotos und Videos, aus den eigenen Ordnern.',
  welcomeMore: 'Nichts wird kopiert, hochgeladen oder verändert.',
  chooseFolder: 'Ordner wählen',
  orDrop: 'oder hier ablegen',
  addFolder: 'Ordner hinzufügen',
  dropHere: 'Ordner ablegen, um sie hinzuzufügen',
  dropMore: 'Sie bleiben, wo sie sind.',

  showSidebar: 'Seitenleiste zeigen',
  hideSidebar: 'Seitenleiste ausblenden',
  sidebar: 'Ordner',
  folderActions: 'Aktionen für {name}',
  visitedMark: 'Nur besucht: verschwindet, wenn Home Gallery geschlossen wird',
  openedGone: '{name} ist nicht mehr da.',
  removeFolder: 'Aus der Galerie entfernen',
  removeTitle: '„{name}“ aus der Galerie entfernen?',
  removeBody: 'Die Galerie vergisst diesen Ordner. Auf der Festplatte wird nichts verändert oder gelöscht.',
  remove: 'Entfernen',
  offline: 'Nicht erreichbar',
  offlineMark: 'nicht erreichbar',
  scanning: 'Wird gelesen',
  path: 'Geöffneter Ordner',
  parents: 'Übergeordnete Ordner',
};
