// German words of the status line and what opens from it.

import type { status as en } from '../en/status.js';
import type { TranslationOf } from '../message.js';

export const status: TranslationOf<typeof en> = {
  statusReading: {
    one: 'liest Ordner, bisher {count} Datei',
    other: 'liest Ordner, bisher {count} Dateien',
  },
  statusThumbnailCount: 'Vorschaubilder {done} / {total}',
  statusWorkersOff: 'Erstellung ausgeschaltet',
  statusPaused: 'pausiert',
  statusOnBattery: 'langsamer im Akkubetrieb',
  statusRate: '{rate}/s',
  statusUnread: {
    one: 'liest Datum und Größe, noch {count} Datei',
    other: 'liest Datum und Größe, noch {count} Dateien',
  },
  units: { s: 's', min: 'min', h: 'Std.', d: 'Tg.' },
  statusLiveNow: 'live, gerade geprüft',
  statusLiveSince: 'live, vor {age} geprüft',
  statusCheckedSince: 'vor {age} geprüft',
  statusCheckingSince: 'prüft auf Änderungen seit dem Stand von vor {age}',
  statusOneOffline: '{name} ist nicht erreichbar',
  statusManyOffline: '{count} Ordner sind nicht erreichbar',
  problemCount: { one: '{count} Problem', other: '{count} Probleme' },

  thumbnails: 'Vorschaubilder',
  thumbnailsOff: 'Die Erstellung ist ausgeschaltet. Fotos werden aus den Originaldateien gezeigt.',
  thumbnailsOriginals:
    'Sie können zurzeit nicht erstellt werden. Fotos werden aus den Originaldateien gezeigt.',
  thumbnailsDone: 'Alle sind erstellt. Sie liegen auf diesem Computer.',
  thumbnailsDoneBut: {
    one: 'Alle bis auf {count} sind erstellt; die Gründe stehen unter den Problemen. Vorschaubilder liegen auf diesem Computer.',
    other:
      'Alle bis auf {count} sind erstellt; die Gründe stehen unter den Problemen. Vorschaubilder liegen auf diesem Computer.',
  },
  thumbnailsPaused: 'Pausiert: Sie entstehen beim Ansehen der Bilder.',
  thumbnailsOnBattery: 'Werden erstellt, im Akkubetrieb langsamer.',
  thumbnailsGoing: 'Werden erstellt, zuerst das Sichtbare.',
  storage: '{used} von {cap} belegt',
  thumbnailsOfGone: 'Vorschaubilder früherer Ordner belegen {size}.',
  clearEllipsis: 'Löschen…',
  clear: 'Löschen',
  clearTitle: 'Alle Vorschaubilder löschen?',
  clearing: 'Die Vorschaubilder werden entfernt…',
  clearFrees: 'Das gibt {size} frei. Fotos und Videos bleiben unberührt.',
  clearMakesAgain:
    'Vorschaubilder entstehen beim Ansehen neu; die Erstellung aller übrigen bleibt pausiert, bis sie fortgesetzt wird.',
  clearWorkersOff: 'Solange die Erstellung ausgeschaltet ist, entstehen keine neuen Vorschaubilder.',
  nowPaused: 'Das Erstellen der Vorschaubilder ruht.',
  nowResumed: 'Das Erstellen der Vorschaubilder geht weiter.',
  pauseThumbnails: 'Vorschaubilder pausieren',
  resumeThumbnails: 'Vorschaubilder fortsetzen',
};
