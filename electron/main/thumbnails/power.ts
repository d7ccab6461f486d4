// Runs in main: whether the computer runs on its battery. Electron tells it of Windows and macOS only; on Linux it is
// in files of the system.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SUPPLIES = '/sys/class/power_supply';
/** Milliseconds between two looks. */
const PERIOD = 30_000;

export interface PowerOptions {
  /** One folder per supply, as Linux has them. */
  readonly folder?: string;
  /** Calls back every so many milliseconds; replaced by tests. */
  readonly every?: (milliseconds: number, look: () => Promise<void>) => void;
}

/** Tells whenever the computer changes between battery and mains; the first time only if it is on battery. */
export function watchLinuxPower(tell: (onBattery: boolean) => void, options: PowerOptions = {}): void {
  const { folder, every = repeat } = options;
  let before = false;
  const look = async () => {
    const now = await isLinuxOnBattery(folder);
    if (now !== before) tell(now);
    before = now;
  };
  void look();
  every(PERIOD, look);
}

/** Nothing waits for this: it does not keep the app alive. */
function repeat(milliseconds: number, look: () => Promise<void>): void {
  setInterval(() => void look(), milliseconds).unref();
}

/** Whether a battery of the computer (not that of a mouse) is being used up. `folder`: one folder per supply, as Linux has them. */
export async function isLinuxOnBattery(folder = SUPPLIES): Promise<boolean> {
  // A supply that has just been unplugged has no files any more, a computer without any has no folder.
  const names = await readdir(folder).catch(() => []);
  const supplies = await Promise.all(
    names.map(async (name) => {
      const read = (file: string) => readFile(join(folder, name, file), 'latin1').catch(() => '');
      const [type, scope, status, online] = await Promise.all(
        ['type', 'scope', 'status', 'online'].map(read),
      );
      return { type: type?.trim(), scope: scope?.trim(), status: status?.trim(), online: online?.trim() };
    }),
  );
  if (supplies.some(({ type, online }) => type === 'Mains' && online === '1')) return false;
  return supplies.some(
    ({ type, scope, status }) => type === 'Battery' && scope !== 'Device' && status === 'Discharging',
  );
}
