// The style sheets that the parts import are known to vite.
/// <reference types="vite/client" />

import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import type { ActivitySnapshot } from '../../../electron/shared/activity.js';
import { setTexts } from '../../texts.js';
import { FoldersPart } from './FoldersPart.js';
import { ProcessesPart } from './ProcessesPart.js';

afterEach(() => setTexts('en', 'en', {}));

const snapshot = {
  roots: [
    { id: 1, path: '/p', name: 'p', state: 'ready', files: 3, unread: 0, checkedAt: 0, watching: 'polling' },
  ],
  watchers: [
    {
      ...{ root: 1, backend: 'times', folders: 2, lastEvent: 0, events: 0 },
      degraded:
        'This folder cannot be watched, so changes are looked for now and then. “Check for changes” in its menu shows them at once.',
    },
  ],
  index: null,
} as unknown as ActivitySnapshot;

test('why a folder is not watched is said in the language of the window', () => {
  expect(renderToStaticMarkup(<FoldersPart snapshot={snapshot} />)).toContain(
    'This folder cannot be watched',
  );
  setTexts('de', 'de', {});
  const german = renderToStaticMarkup(<FoldersPart snapshot={snapshot} />);
  expect(german).toContain('Dieser Ordner kann nicht überwacht werden');
  expect(german).not.toContain('This folder');
});

test('processes are named in the language of the window, others as the system names them', () => {
  const processes = [
    { pid: 1, name: 'window', kind: 'window', memory: 1e6, cpu: 0 },
    { pid: 2, name: 'Home Gallery library', kind: 'library', memory: 1e6, cpu: 0 },
    { pid: 3, name: 'Video Capture', kind: null, memory: 1e6, cpu: 0 },
  ];
  const shown = { loop: null, processes } as unknown as ActivitySnapshot;
  setTexts('de', 'de', {});
  const german = renderToStaticMarkup(<ProcessesPart snapshot={shown} history={new Map()} />);
  for (const name of ['Fenster', 'Bibliothek', 'Video Capture']) expect(german).toContain(`>${name}<`);
  for (const name of ['window', 'library']) expect(german).not.toContain(`>${name}`);
});
