// Safety from the first day: the window is closed in, nothing outside the chosen folders can be read, nothing leaves the computer.

import { readdirSync, readFileSync, readlinkSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { createSocket } from 'node:dgram';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { nameOf } from '../electron/shared/paths.js';
import { expect, reveal, status, test, untilComplete } from './fixtures.js';

test('the page has no Node, no network and one door', async ({ launch, folder }) => {
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const seen = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const failed = async (work: () => Promise<unknown>) =>
      work().then(
        () => false,
        () => true,
      );
    return {
      node: ['require', 'process', 'module', 'global', 'Buffer'].filter((name) => name in window),
      door: Object.keys((window as unknown as { gallery: object }).gallery).sort(),
      fetch: await failed(() => fetch('https://example.com/')),
      original: await failed(() => fetch('media://r1/1')),
      file: await failed(() => fetch('file:///etc/hostname')),
      opened: window.open('https://example.com/') === null,
      notify: await Notification.requestPermission(),
      camera: await failed(() => navigator.mediaDevices.getUserMedia({ video: true })),
      refused,
    };
  });
  expect(seen).toMatchObject({
    node: [],
    door: ['call', 'dropFolders', 'on'],
    fetch: true,
    original: true,
    file: true,
    opened: true,
    notify: 'denied',
    camera: true,
  });
  expect(seen.refused).toContain('connect-src');
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.evaluate(() => {
    location.href = 'file:///etc/hostname';
  });
  expect(page.url()).toMatch(/^app:\/\/gallery\//);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = (
      BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      }
    ).getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
});

test('calls are checked', async ({ launch, folder }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const codes = await page.evaluate(async () => {
    const { call } = (
      window as unknown as {
        gallery: { call: (name: string, ...args: unknown[]) => Promise<{ ok: boolean; code?: string }> };
      }
    ).gallery;
    const attempts: [string, ...unknown[]][] = [
      ['roots.addDropped', ['/etc']],
      ['no.such.call'],
      ['__proto__'],
      ['library.listing', '1'],
      ['library.listing', 1, 2],
      ['library.listing', -1],
      ['library.listing', { toString: 'x' }],
      ['thumbnails.want', { root: 1, visible: ['../../etc/passwd'], near: [] }],
      ['thumbnails.want', { root: 1, visible: new Array(100_000).fill(1), near: [] }],
      ['files.openExternally', 1, '../../etc/passwd'],
      ['files.openExternally', 1, 4_000_000_000],
      ['files.openExternally', 99, 1],
      ['library.listing', 99],
    ];
    const answers: (string | undefined)[] = [];
    for (const [name, ...args] of attempts) answers.push((await call(name, ...args)).code);
    return answers;
  });
  expect(codes.slice(0, 10)).toEqual(new Array(10).fill('bad-argument'));
  expect(codes.slice(10)).toEqual(['not-found', 'not-found', 'not-found']);
});

/** The status of a URL of our schemes, asked from main with all of Chromium's normalisation. */
const fetchStatus = (app: ElectronApplication, url: string) =>
  app.evaluate(async ({ net }, address) => {
    try {
      const response = await net.fetch(address, { bypassCustomProtocolHandlers: false });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      return { status: 0, text: String(error) };
    }
  }, url);

test('no address leads out of the chosen folders', async ({ launch, folder, scratch }) => {
  writeFileSync(join(scratch, 'secret.jpg'), 'the secret');
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  for (const url of [
    'app://gallery/../../../../etc/passwd',
    'app://gallery/%2e%2e/%2e%2e/package.json',
    'app://gallery/..%2f..%2fnode/main.js',
    'app://gallery/%00',
    'app://other/index.html',
    'media://r1/../../etc/passwd',
    'media://r1/%2e%2e%2fsecret.jpg',
    'media://r1/4000000000',
    'media://r99/1',
    'media://etc/passwd',
    'thumb://r1/4000000000',
    'thumb://r1/..%2f..%2fsecret.jpg?size=screen',
  ]) {
    const { status: code, text } = await fetchStatus(app, url);
    expect([0, 400, 403, 404, 415, 500].includes(code), `${url} answered ${code}`).toBe(true);
    expect(text).not.toContain('secret');
    expect(text).not.toContain('root:');
  }
});

test('a file that is swapped for a link to the outside is not read', async ({
  launch,
  folder,
  scratch,
  manifest,
}) => {
  test.skip(process.platform === 'win32', 'Links need a privilege on Windows.');
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const file = manifest.files.find((entry) => entry.shown && !entry.damaged && entry.path.endsWith('.jpg'))!;
  const id = await (await reveal(page, nameOf(file.path))).getAttribute('data-id');
  const url = `media://r1/${id}`;
  expect((await fetchStatus(app, url)).status).toBe(200);
  writeFileSync(join(scratch, 'secret.jpg'), 'the secret');
  renameSync(join(folder, file.path), join(scratch, 'was.jpg'));
  symlinkSync(join(scratch, 'secret.jpg'), join(folder, file.path));
  const answer = await fetchStatus(app, url);
  expect([403, 404]).toContain(answer.status);
  expect(answer.text).not.toContain('secret');
});

test('WebRTC, which heeds no request filter, sends nothing', async ({ launch }) => {
  const { page } = await launch();
  await expect(page.getByTestId('choose-folder')).toBeVisible();
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const host =
    addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
  const listener = createSocket('udp4');
  let packets = 0;
  listener.on('message', () => packets++);
  await new Promise<void>((bound) => listener.bind(0, bound));
  const url = `stun:${host}:${listener.address().port}`;
  await page.evaluate(async (urls) => {
    try {
      const connection = new RTCPeerConnection({ iceServers: [{ urls }] });
      connection.createDataChannel('x');
      await connection.setLocalDescription(await connection.createOffer());
      while (connection.iceGatheringState !== 'complete') {
        await new Promise((changed) =>
          connection.addEventListener('icegatheringstatechange', changed, { once: true }),
        );
      }
      connection.close();
    } catch {
      // Refused outright, which is as good.
    }
  }, url);
  listener.close();
  expect(packets).toBe(0);
});

test('downloads are refused', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByTestId('choose-folder')).toBeVisible();
  // It listens before anything is downloaded.
  await app.evaluate(({ session }) => {
    const refused = new Promise((done) =>
      session.defaultSession.on('will-download', (event) => done(event.defaultPrevented)),
    );
    Object.assign(globalThis, { refused });
  });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'data:application/octet-stream,x';
    link.download = 'x.bin';
    link.click();
  });
  expect(await app.evaluate(() => (globalThis as unknown as { refused: Promise<unknown> }).refused)).toBe(
    true,
  );
});

/** Remote addresses of all TCP and UDP sockets of a process tree, loopback left out (Linux). */
function remoteSockets(pids: number[]): string[] {
  const inodes = new Set<string>();
  for (const pid of pids) {
    let entries: string[];
    try {
      entries = readdirSync(`/proc/${pid}/fd`);
    } catch {
      continue; // It ended meanwhile: it has no sockets any more.
    }
    for (const entry of entries) {
      try {
        const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${entry}`))?.[1];
        if (inode) inodes.add(inode);
      } catch {
        // Closed meanwhile.
      }
    }
  }
  const found: string[] = [];
  for (const table of ['tcp', 'tcp6', 'udp', 'udp6']) {
    for (const line of readFileSync(`/proc/net/${table}`, 'utf8').trim().split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/);
      const [local = '', remote = ''] = fields.slice(1, 3);
      const loopback = /^(0100007F|0{24}0100007F|0{31}1|0{24}FFFF0100007F)/;
      const unset = /^0+:/;
      if (inodes.has(fields[9]!) && !loopback.test(local) && !(unset.test(remote) && table.startsWith('tcp')))
        found.push(`${table} ${remote}`);
    }
  }
  return found;
}

test('no network request at all', async ({ launch, folder, scratch }) => {
  const netLog = join(scratch, 'net-log.json');
  const { app, page, close } = await launch({ mediaDirs: [folder], args: [`--log-net-log=${netLog}`] });
  const sockets: string[] = [];
  const look = async () => {
    if (process.platform !== 'linux') return;
    const pids = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid));
    sockets.push(...remoteSockets(pids));
  };
  await look();
  await untilComplete(page);
  await look();
  await page.getByTestId('tile').first().click();
  await expect(page.getByTestId('viewer')).toBeVisible();
  for (let i = 0; i < (await status(page, 'items')); i++) {
    await page.keyboard.press('ArrowRight');
    await look();
  }
  await page.keyboard.press('Escape');
  await close();
  expect(sockets).toEqual([]);

  // Chromium's own record of its network stack: every request and every connection attempt is in it.
  const text = readFileSync(netLog, 'utf8').trimEnd();
  const { constants, events } = JSON.parse(text.endsWith('}') ? text : `${text.replace(/,$/, '')}]}`) as {
    constants: { logEventTypes: Record<string, number> };
    events: { type: number; params?: { url?: string; host?: string; address?: string } }[];
  };
  const kinds = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  const outward = events.filter(({ type, params }) => {
    const kind = kinds.get(type) ?? '';
    if (params?.url && /^(https?|wss?|ftp):/.test(params.url)) return true;
    return /^(TCP_CONNECT_ATTEMPT|UDP_CONNECT|HOST_RESOLVER_.*JOB|SOCKET_POOL)/.test(kind);
  });
  expect(outward).toEqual([]);
  expect(kinds.size).toBeGreaterThan(100);
});
