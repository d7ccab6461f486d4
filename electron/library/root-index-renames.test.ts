// Test of the index over a long time in which people rename folders.

import { renameSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RootIndex } from './root-index.js';
import { pathsOf, TestFolder } from './test-files.js';

it('does not keep the names of folders that are gone', async () => {
  const folder = new TestFolder();
  const index = new RootIndex({ path: folder.path });
  folder.write('name 0/a.jpg', 'b.jpg');
  await index.scan();
  for (let i = 1; i <= 1100; i++) {
    renameSync(folder.at(`name ${i - 1}`), folder.at(`name ${i}`));
    await index.rescan(['']);
  }
  expect(pathsOf(index.listing)).toEqual(['b.jpg', 'name 1100/a.jpg']);
  expect(index.listing.folders.length).toBeLessThan(1000);
  expect(index.toSnapshot(0).listing.folders.split('\0').sort()).toEqual(['', 'name 1100']);
  folder.remove();
});
