import { expect, it } from 'vitest';
import { sandboxNotice } from './sandbox.js';

it('tells of a sandbox that an AppImage had to leave out, and of nothing else', () => {
  const given = { without: true, appImage: true, uid: 1000 };
  expect(sandboxNotice(given)).toContain('only without its sandbox');
  expect(sandboxNotice({ ...given, without: false })).toBeNull();
  expect(sandboxNotice({ ...given, appImage: false })).toBeNull();
  expect(sandboxNotice({ ...given, uid: 0 })).toBeNull();
  expect(sandboxNotice({ ...given, appImage: false, uid: undefined })).toBeNull();
});
