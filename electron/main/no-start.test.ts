import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({
  app: { whenReady: vi.fn(() => Promise.resolve()), exit: vi.fn() },
  dialog: { showErrorBox: vi.fn(), showMessageBox: vi.fn(() => Promise.resolve({ response: 0 })) },
}));
vi.mock('electron', () => electron);

const { endWith, needsBox } = await import('./no-start.js');

const byIcon = {
  ...{ argv: ['home-gallery', '--cache-ttl=soon'], env: { DISPLAY: ':0' }, isRead: false },
  platform: 'linux',
} as const;

describe('why the app does not start', () => {
  beforeEach(() => {
    vi.stubEnv('DISPLAY', ':0');
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    electron.dialog.showErrorBox.mockClear();
    electron.dialog.showMessageBox.mockClear();
  });

  it('is shown in a box to whoever has no terminal', () => {
    expect(needsBox(byIcon)).toBe(true);
    expect(needsBox({ ...byIcon, platform: 'win32', env: {} })).toBe(true);
    expect(needsBox({ ...byIcon, isRead: true })).toBe(false);
    expect(needsBox({ ...byIcon, env: {} })).toBe(false);
    expect(needsBox({ ...byIcon, argv: ['home-gallery', 'thumbs', '/x', '--cache-ttl=soon'] })).toBe(false);
  });

  it.each([
    [false, 1],
    [true, 0],
  ])('is the same line there and in a terminal (%j)', async (isRead, boxes) => {
    vi.spyOn(process, 'argv', 'get').mockReturnValue(['home-gallery']);
    await endWith('It got "soon".', 2, isRead);
    expect(process.stderr.write).toHaveBeenCalledWith('It got "soon".\n');
    const { showErrorBox, showMessageBox } = electron.dialog;
    const shown: unknown[][] = [...showErrorBox.mock.calls, ...showMessageBox.mock.calls];
    expect(shown).toHaveLength(boxes);
    if (boxes > 0) expect(JSON.stringify(shown)).toContain(JSON.stringify('It got "soon".'));
    expect(electron.app.exit).toHaveBeenLastCalledWith(2);
  });
});
