// Runs in main: takes over what the library process tells on its own.

import type { RootId } from '../../shared/contract.js';
import type { Facts } from '../../shared/listing.js';
import { AWAY } from '../../shared/messages.js';
import type { LibraryChild } from './library-process.js';
import type { RootReader } from './root-reader.js';

export interface Listener {
  /** Undefined when the root has been closed meanwhile. */
  readonly reader: (root: RootId) => RootReader | undefined;
  /** Something in these folders (relative paths) is different. */
  readonly changed: (root: RootId, folders: readonly string[]) => void;
  readonly facts: (root: RootId, facts: Facts) => void;
  /** A root that was offline can be reached again. */
  readonly back: (root: RootId) => void;
  /** The path of a root leads elsewhere; resolves when it is known where. */
  readonly moved: ((root: RootId) => Promise<void>) | undefined;
  /** State or counts of a root are different. */
  readonly info: () => void;
  /** Problems of a root are different. */
  readonly problems: () => void;
  readonly indexed: (root: RootId) => void;
  /** A sentence for a person. */
  readonly notice: (message: string) => void;
}

/** Enters the events of a library process into the roots they are of, for as long as it lives. */
export function listenTo(child: LibraryChild, on: Listener): void {
  const open = (root: RootId) => on.reader(root)?.open;
  child.on('notice', ({ message }) => on.notice(message));
  child.on('progress', ({ root, files }) => {
    const target = open(root);
    if (!target || target.listing) return;
    target.scanned = files;
    on.info();
  });
  child.on('problems', ({ root, problems }) => {
    const target = open(root);
    if (target) target.problems = problems;
    on.problems();
  });
  child.on('watching', ({ root, watching, message }) => {
    const target = open(root);
    if (!target) return;
    target.watching = watching;
    if (watching === 'native') target.reported.delete('');
    if (message !== null) target.reported.set('', { root, path: '', kind: 'watch', message });
    on.info();
  });
  child.on('changed', ({ root, folders }) => on.changed(root, folders));
  child.on('reading', ({ root, left }) => {
    const target = open(root);
    if (!target) return;
    target.unread = left;
    if (left === 0) on.reader(root)?.everythingIsRead();
    on.info();
  });
  child.on('indexed', ({ root }) => on.indexed(root));
  child.on('facts', ({ root, facts }) => on.reader(root)?.entering.told(() => on.facts(root, facts)));
  child.on('moved', ({ root }) => {
    const { moved } = on;
    // What was found there is entered afterwards: its files would be opened where they were before.
    if (moved) void on.reader(root)?.entering.inOrder(() => moved(root));
  });
  child.on('presence', ({ root, online, message }) => {
    const reader = on.reader(root);
    if (!online) reader?.away.set(message ?? AWAY);
    else if (reader?.open.state === 'offline') on.back(root);
  });
}
