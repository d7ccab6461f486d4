// German words of the list of problems.

import type { problems as en } from '../en/problems.js';
import type { TranslationOf } from '../message.js';

export const problems: TranslationOf<typeof en> = {
  problems: 'Probleme',
  problemsIntro:
    'Diese Dateien oder Ordner ließen sich nicht so zeigen, wie sie sollten. Alles andere ist vollständig.',
  noProblems: 'Es gibt keine Probleme mehr.',
  problemKinds: {
    'unreadable-folder': 'Ordner nicht lesbar',
    'unreadable-file': 'Datei nicht lesbar',
    vanished: 'Datei verschwunden',
    link: 'Verknüpfung nicht verfolgt',
    'bad-name': 'Ungewöhnlicher Name',
    'not-a-file': 'Keine Datei',
    damaged: 'Datei beschädigt',
    watch: 'Änderungen werden verzögert bemerkt',
  },
  thumbnailFailed: 'Kein Vorschaubild',
  triedAgain: 'Was fehlgeschlagen ist, wird erneut versucht.',
  tryAllAgain: 'Alle erneut versuchen',
};
