import { expect, it } from 'vitest';
import { sandboxNotice } from './sandbox.js';

const APPIMAGE = { APPIMAGE: '/home/me/gallery.AppImage' };

it('tells of a sandbox that an AppImage had to leave out, and of nothing else', () => {
  expect(sandboxNotice({ without: true, env: APPIMAGE, uid: 1000 })).toContain('only without its sandbox');
  expect(sandboxNotice({ without: false, env: APPIMAGE, uid: 1000 })).toBeNull();
  expect(sandboxNotice({ without: true, env: {}, uid: 1000 })).toBeNull();
  expect(sandboxNotice({ without: true, env: APPIMAGE, uid: 0 })).toBeNull();
  expect(sandboxNotice({ without: true, env: {}, uid: undefined })).toBeNull();
});
