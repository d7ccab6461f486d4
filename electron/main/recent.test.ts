// Recent folders, and how they are handed to the systems that have a place for them. What the systems do with that is theirs:
// tests here run on none of the two.

import { describe, expect, it, vi } from 'vitest';
import { asArgument, dockMenuOf, jumpListOf, RecentFolders } from './recent.js';

function recent(saved: readonly string[] = [], wanted: (path: string) => boolean = () => true) {
  const [save, show] = [
    vi.fn<(paths: readonly string[]) => void>(),
    vi.fn<(paths: readonly string[]) => void>(),
  ];
  return { folders: new RecentFolders({ saved, save, wanted, show }), save, show };
}

describe('recent folders', () => {
  it('are shown as they were saved, the eight last ones', () => {
    const { folders, save, show } = recent('abcdefghij'.split(''));
    expect(folders.list().join('')).toBe('abcdefgh');
    expect(show.mock.lastCall?.[0].join('')).toBe('abcdefgh');
    expect(save).not.toHaveBeenCalled();
  });

  it('that a person took off the list are never shown again, not even for a moment', () => {
    const { save, show } = recent(['/a', '/b', '/c'], (path) => path !== '/b');
    expect(show.mock.calls).toEqual([[['/a', '/c']]]);
    // The system tells it once.
    expect(save.mock.calls).toEqual([[['/a', '/c']]]);
  });

  it('begin with the last one, each of them once', () => {
    const { folders, save, show } = recent(['/a', '/b']);
    folders.note('/c');
    folders.note('/b');
    expect(folders.list()).toEqual(['/b', '/c', '/a']);
    // Staying in a folder writes nothing.
    folders.note('/b');
    expect([save, show].map((call) => call.mock.calls.length)).toEqual([2, 3]);
    for (const name of '12345678') folders.note(`/${name}`);
    expect(folders.list()).toHaveLength(8);
    expect(folders.list()).not.toContain('/b');
  });

  it('lose what does not belong to the gallery any more', () => {
    const { folders, save } = recent(['/a', '/b', '/c']);
    folders.keep(() => true);
    expect(save).not.toHaveBeenCalled();
    folders.keep((path) => path !== '/b');
    expect(save.mock.lastCall?.[0]).toEqual(['/a', '/c']);
  });
});

describe('what the systems get', () => {
  it('Windows: a category of the jump list, whose entries start the app with that folder', () => {
    expect(jumpListOf([], 'Recent', 'C:\\g.exe')).toEqual([]);
    const [category] = jumpListOf(['/photos/Été & co', `/${'x'.repeat(300)}`], 'Recent', 'C:\\g.exe');
    expect(category).toMatchObject({
      ...{ type: 'custom', name: 'Recent' },
      items: [{ title: 'Été & co', program: 'C:\\g.exe', args: '"/photos/Été & co"' }, {}],
    });
    // Longer descriptions make Windows refuse the whole list.
    for (const { description = '' } of category?.items ?? []) expect(description.length).toBeLessThan(261);
  });

  it.each([
    ['C:\\Pictures', '"C:\\Pictures"'],
    ['D:\\', '"D:\\\\"'],
    ['C:\\My Pictures\\\\', '"C:\\My Pictures\\\\\\\\"'],
  ])('Windows: %s stays one argument', (path, argument) => {
    expect(asArgument(path)).toBe(argument);
  });

  it('macOS: items of the dock menu, which open their folder', () => {
    const open = vi.fn();
    const [first, root] = dockMenuOf(['/Users/me/Pictures', '/'], open);
    expect([first?.label, first?.toolTip, root?.label]).toEqual(['Pictures', '/Users/me/Pictures', '/']);
    (first?.click as () => void)();
    expect(open).toHaveBeenCalledExactlyOnceWith('/Users/me/Pictures');
  });
});
