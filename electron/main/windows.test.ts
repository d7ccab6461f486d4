// Tests of which window a file that is opened from outside is shown in.

import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { Windows } from './windows.js';

const focused = vi.hoisted((): { window: unknown } => ({ window: null }));
vi.mock('electron', () => ({
  BrowserWindow: { getFocusedWindow: () => focused.window },
  webContents: {},
}));
vi.mock('./revive.js', () => ({ revive: () => undefined }));
beforeEach(() => void (focused.window = null));

class FakeWindow extends EventEmitter {
  readonly webContents = { id: 0, send: vi.fn() };
  readonly focus = vi.fn();
  readonly isMinimized = () => false;
  readonly isDestroyed = () => false;
}

async function open(count: number) {
  const made: FakeWindow[] = [];
  const windows = new Windows({
    open: () => {
      const window = new FakeWindow();
      window.webContents.id = made.push(window);
      return { window: window as unknown as BrowserWindow, loaded: Promise.resolve() };
    },
    url: String,
    saved: Array.from({ length: count }, (_, i) => ({ number: i + 1 })),
    bounds: undefined,
    save: () => undefined,
    onGone: () => undefined,
    reviving: {} as never,
    onError: (error) => expect.unreachable(String(error)),
  });
  await windows.restore();
  /** Which windows are shown and told. */
  const show = () => {
    for (const { focus, webContents } of made) [focus, webContents.send].forEach((mock) => mock.mockClear());
    windows.show();
    windows.tell('roots.opened', {});
    return made.map(({ focus, webContents }) =>
      [focus, webContents.send].map(({ mock }) => mock.calls.length),
    );
  };
  return { made, show };
}

it('shows and tells the window that was used last, and no other', async () => {
  const { made, show } = await open(3);
  expect(show().join(' ')).toBe('1,1 0,0 0,0');
  made[2]!.emit('focus');
  made[1]!.emit('focus');
  // Another program is in front.
  expect(show().join(' ')).toBe('0,0 1,1 0,0');
  focused.window = made[2];
  expect(show().join(' ')).toBe('0,0 0,0 1,1');
});

it('goes on without the window that was used last', async () => {
  const { made, show } = await open(2);
  made[1]!.emit('focus');
  made[1]!.emit('closed');
  expect(show().join(' ')).toBe('1,1 0,0');
});
