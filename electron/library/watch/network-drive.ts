// Runs in the library process: network drives do not tell of changes that other machines make, so they are polled.

import { statfs } from 'node:fs/promises';

/** Types of network file systems as Linux numbers them: NFS, SMB (three generations), 9P, AFS, Ceph, WebDAV. */
const NETWORK_TYPES = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x00c36400, 0x73757245,
]);

/** Whether a folder lies on a network drive. Unknown is no: native watching is tried then. */
export async function isOnNetworkDrive(
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  if (platform === 'win32') return path.startsWith('\\\\');
  if (platform !== 'linux') return false;
  try {
    return NETWORK_TYPES.has((await statfs(path)).type >>> 0);
  } catch {
    // The folder went away: whoever reads it next says so.
    return false;
  }
}
