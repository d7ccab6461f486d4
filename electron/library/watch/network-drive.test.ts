// Tests of telling network drives from disks.

import { describe, expect, it } from 'vitest';
import { isMountedFromNetwork, isOnNetworkDrive } from './network-drive.js';

const LINUX = `22 28 0:21 / /proc rw,nosuid,nodev,noexec,relatime shared:14 - proc proc rw
28 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro
60 28 0:52 / /mnt/nas rw,relatime shared:31 - nfs4 nas:/export rw,vers=4.2
61 60 8:17 / /mnt/nas/stick rw,relatime - vfat /dev/sdb1 rw
62 28 0:53 / /media/my\\040share rw master:2 propagate_from:1 - cifs //nas/photos rw
63 28 0:54 / /home/ann/far rw,nosuid,nodev - fuse.sshfs ann@host: rw,user_id=1000
64 28 0:55 / /home/ann/pool rw,relatime - fuse.mergerfs a:b rw
65 28 8:33 / /media/windows rw - fuseblk /dev/sdc1 rw
66 28 0:56 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
67 28 8:49 / /media/twice rw - ext4 /dev/sdd1 rw
68 28 0:57 / /media/twice rw - nfs nas:/twice rw
`;
const MAC = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk4s2 on /Volumes/Stick (1) (exfat, local, nodev, nosuid, noowners)
//guest:@nas._smb._tcp.local/photos on /Volumes/My photos (smbfs, nodev, nosuid, mounted by ann)
nas:/export on /Volumes/export (nfs, nodev, nosuid, mounted by ann)
`;

describe('a folder on Linux', () => {
  it.each([
    ['/home/ann/Pictures', false],
    ['/mnt/nas', true],
    ['/mnt/nas/2024', true],
    ['/mnt/nas/stick/2024', false],
    ['/mnt/nasty', false],
    ['/media/my share/a', true],
    ['/home/ann/far/b', true],
    ['/home/ann/pool/b', false],
    ['/media/windows', false],
    ['/run/user/1000/gvfs/smb-share:server=nas', true],
    ['/media/twice', true],
  ])('%s: from the network: %s', (folder, expected) => {
    expect(isMountedFromNetwork(folder, 'linux', LINUX)).toBe(expected);
  });
});

describe('a folder on macOS', () => {
  it.each([
    ['/Users/ann/Pictures', false],
    ['/Volumes/Stick (1)/a', false],
    ['/Volumes/My photos/2024', true],
    ['/Volumes/export', true],
  ])('%s: from the network: %s', (folder, expected) => {
    expect(isMountedFromNetwork(folder, 'darwin', MAC)).toBe(expected);
  });
});

it.runIf(process.platform === 'linux')(
  'a disk of this machine is none, nor is what is not there',
  async () => {
    expect(await isOnNetworkDrive('/proc')).toBe(false);
    expect(await isOnNetworkDrive('/no/such/folder')).toBe(false);
  },
);
