// Runs in the library process: network drives do not tell of changes that other machines make, so they are looked at now and then.

import { execFile } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { promisify } from 'node:util';
import { diskPath } from '../../node/raw-paths.js';

/** File systems of other machines, as Linux and macOS name them. */
const NETWORK = new Set(
  'nfs nfs4 cifs smb3 smbfs afpfs 9p afs ceph glusterfs lustre ncpfs webdav ftp macfuse osxfuse'.split(' '),
);
/** FUSE without a disk of this machine below it. Others (mergerfs, encfs, ntfs-3g) change only through this machine. */
const NETWORK_FUSE =
  /^fuse\.(sshfs|gvfsd-fuse|rclone|davfs2?|s3fs|gcsfuse|goofys|blobfuse2?|curlftpfs|glusterfs|ceph|cephfs|juicefs|kio-fuse|smbnetfs|google-drive-ocamlfuse|onedriver|vmhgfs-fuse)$/;

interface Mount {
  readonly folder: string;
  readonly type: string;
}

/** Lines of `/proc/self/mountinfo` (proc_pid_mountinfo(5)): the fifth field is the folder, the type follows ` - `. */
function linuxMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [fields, source] = line.split(' - ');
    const folder = fields?.split(' ')[4];
    const type = source?.split(' ')[0];
    if (folder === undefined || type === undefined) return [];
    // Spaces and the like stand there as octal numbers of their bytes.
    const bytes = folder.replace(/\\([0-7]{3})/g, (_all, octal: string) =>
      String.fromCharCode(parseInt(octal, 8)),
    );
    return [{ folder: bytes, type }];
  });
}

/** Lines of mount(8) on macOS: `//guest@host/share on /Volumes/share (smbfs, nodev, nosuid)`. */
const macMounts = (text: string): Mount[] =>
  [...text.matchAll(/^.*? on (\/.*) \(([^,)]+)[^()]*\)$/gm)].map(([, folder = '', type = '']) => ({
    folder,
    type,
  }));

/** The table of mounts as the system prints it; null where there is none. */
async function readTable(platform: NodeJS.Platform): Promise<string | null> {
  // As bytes: names need not be UTF-8.
  if (platform === 'linux') return readFile('/proc/self/mountinfo', 'latin1');
  if (platform === 'darwin') return (await promisify(execFile)('/sbin/mount', { encoding: 'latin1' })).stdout;
  return null;
}

/**
 * Whether the file system that holds a folder belongs to another machine.
 * @param folder its real path; the bytes of the name as Latin-1, as those of the table
 * @param table what Linux has in `/proc/self/mountinfo`, or macOS's mount(8) prints
 */
export function isMountedFromNetwork(folder: string, platform: NodeJS.Platform, table: string): boolean {
  const mounts = platform === 'darwin' ? macMounts(table) : linuxMounts(table);
  const holds = (mount: Mount) =>
    mount.folder === '/' || folder === mount.folder || folder.startsWith(`${mount.folder}/`);
  // The deepest, and of those in one place the last: it lies over the others.
  const [mount] = mounts
    .filter(holds)
    .reverse()
    .sort((a, b) => b.folder.length - a.folder.length);
  return mount !== undefined && (NETWORK.has(mount.type) || NETWORK_FUSE.test(mount.type));
}

/** Whether a folder lies on a network drive. Unknown is no: native watching is tried then. */
export async function isOnNetworkDrive(
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  try {
    const real = (await realpath(diskPath(path), 'buffer')).toString('latin1');
    // A letter that stands for a share leads there.
    if (platform === 'win32') return real.startsWith('\\\\') && !/^\\\\[.?]\\(?!UNC\\)/.test(real);
    const table = await readTable(platform);
    return table !== null && isMountedFromNetwork(real, platform, table);
  } catch {
    // The folder went away: whoever reads it next says so.
    return false;
  }
}
