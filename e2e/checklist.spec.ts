// The points of Electron's security checklist that only the real app can show (docs/privacy-and-security.md has all of them).

import { join } from 'node:path';
import { CALL_NAMES } from '../electron/shared/contract.js';
import { APP } from './app.js';
import { expect, test, untilComplete } from './fixtures.js';

test('no window, frame, webview or page of others comes into being', async ({ launch, folder }) => {
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const url = page.url();
  await page.evaluate(() => {
    const add = (tag: string, attributes: Record<string, string>) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
      return element;
    };
    const places = [
      'https://example.com/',
      'http://127.0.0.1:9/',
      'file:///etc/hostname',
      'media://r1/1',
      'data:text/html,x',
    ];
    for (const place of [...places, 'javascript:void(document.title="theirs")']) {
      window.open(place);
      add('a', { href: place, target: '_blank' }).click();
      add('a', { href: place }).click();
      add('iframe', { src: place });
      add('object', { data: place });
      add('embed', { src: place });
      add('webview', { src: place, allowpopups: '', nodeintegration: '' });
      (add('form', { action: place, method: 'post' }) as HTMLFormElement).submit();
    }
    add('meta', { 'http-equiv': 'refresh', content: '0; url=https://example.com/' });
    add('base', { href: 'https://example.com/' });
  });
  // Asked by main: the test itself would wait for pages that never come.
  const left = await app.evaluate(async ({ webContents }) => {
    const [own, ...others] = webContents.getAllWebContents();
    const ask = (code: string): Promise<unknown> => own!.executeJavaScript(code);
    return {
      others: others.map((one) => `${one.getType()} ${one.getURL()}`),
      url: own!.getURL(),
      base: await ask('document.baseURI'),
      title: await ask('document.title'),
      tiles: await ask(`document.querySelectorAll('[data-testid="tile"]').length`),
      isWebview: await ask(`'getURL' in document.querySelector('webview')`),
      // Refused ones keep their address, but hold a page of Chromium's that says so.
      frames: await Promise.all(
        own!.mainFrame.frames.map((frame) =>
          frame.executeJavaScript('document.URL').catch(() => 'runs nothing'),
        ),
      ),
    };
  });
  expect(left).toMatchObject({ others: [], url, base: url, isWebview: false });
  expect(left.title).not.toBe('theirs');
  expect(left.tiles).toBeGreaterThan(0);
  expect(
    left.frames.filter((one) => !/^(runs nothing|about:blank|chrome-error:.*)$/.test(String(one))),
  ).toEqual([]);
});

test('the page runs no code but its own', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByTestId('choose-folder')).toBeVisible();
  const policy = await app.evaluate(async ({ net }) => {
    const answer = await net.fetch('app://gallery/index.html', { bypassCustomProtocolHandlers: false });
    return answer.headers.get('content-security-policy');
  });
  const rules = new Map(policy!.split('; ').map((rule) => [rule.split(' ')[0], rule]));
  expect(rules.get('default-src')).toBe("default-src 'none'");
  expect(rules.get('script-src')).toBe("script-src 'self'");
  for (const name of ['base-uri', 'form-action', 'frame-ancestors'])
    expect(rules.get(name)).toBe(`${name} 'none'`);
  expect(policy).not.toMatch(/unsafe-|https?:|file:|\*/);
  const ran = await page.evaluate(async () => {
    const marks = window as unknown as { theirs?: number };
    const add = (tag: 'script' | 'link' | 'img', attributes: Record<string, string>, text = '') => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.textContent = text;
      document.head.append(element);
    };
    const refused = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.add(event.blockedURI.split(':')[0]!),
    );
    add('script', {}, 'window.theirs = 1');
    for (const src of [
      'data:text/javascript,window.theirs=1',
      'media://r1/1',
      'thumb://r1/1',
      'https://example.com/x.js',
    ])
      add('script', { src });
    add('script', { src: URL.createObjectURL(new Blob(['window.theirs = 1'])) });
    add('img', { src: 'x', onerror: 'window.theirs = 1' });
    const worker = await new Promise((done) => {
      try {
        const made = new Worker('data:text/javascript,postMessage(1)');
        made.addEventListener('message', () => done('ran'));
        made.addEventListener('error', () => done('refused'));
      } catch {
        done('refused');
      }
    });
    while (refused.size < 6) await new Promise((done) => requestAnimationFrame(done));
    return { theirs: marks.theirs ?? 0, worker, refused: [...refused].sort() };
  });
  expect(ran).toMatchObject({ theirs: 0, worker: 'refused' });
  expect(ran.refused).toEqual(expect.arrayContaining(['blob', 'data', 'https', 'inline', 'media', 'thumb']));
});

test('every permission but full screen is refused, and no experiment is on', async ({ launch }) => {
  const { app, page } = await launch();
  await expect(page.getByTestId('choose-folder')).toBeVisible();
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
    ];
    const asked = names.map(async (name) => [
      name,
      (await navigator.permissions.query({ name: name as 'camera' })).state,
    ]);
    return Object.fromEntries(await Promise.all(asked)) as Record<string, string>;
  });
  expect(Object.entries(states).filter(([, state]) => state !== 'denied')).toEqual([]);
  const tried = await page.evaluate(async () => {
    const failed = (work: () => Promise<unknown>) =>
      work().then(
        () => false,
        () => true,
      );
    return [
      await failed(() => navigator.clipboard.readText()),
      await failed(() => navigator.mediaDevices.getDisplayMedia()),
      await failed(() => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail))),
      await document.documentElement.requestFullscreen().then(
        () => true,
        () => false,
      ),
    ];
  });
  expect(tried).toEqual([true, true, true, true]);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    const set = (
      webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences();
    const { allowRunningInsecureContent, experimentalFeatures, enableBlinkFeatures, webviewTag } = set;
    return { allowRunningInsecureContent, experimentalFeatures, enableBlinkFeatures, webviewTag };
  });
  expect(preferences.webviewTag).toBe(false);
  expect(preferences.allowRunningInsecureContent ?? false).toBe(false);
  expect(preferences.experimentalFeatures ?? false).toBe(false);
  expect(preferences.enableBlinkFeatures ?? '').toBe('');
});

test('calls of any other page are refused', async ({ launch, folder }) => {
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const id = await page.getByTestId('tile').first().getAttribute('data-id');
  const callFrom = (address: string) =>
    app.evaluate(
      async ({ BrowserWindow }, [url, preload, names]) => {
        const window = new BrowserWindow({ show: false, webPreferences: { preload } });
        try {
          // A page that is not there is one as well.
          await window.loadURL(url).catch(() => undefined);
          const code = `Promise.all(${JSON.stringify(names)}.map((name) => gallery.call(name).then(({ code }) => name + ' ' + code)))`;
          return await (window.webContents.executeJavaScript(code) as Promise<string[]>).catch(
            () => 'runs nothing',
          );
        } finally {
          window.destroy();
        }
      },
      [address, join(APP, 'dist/preload/index.cjs'), CALL_NAMES] as const,
    );
  // Even one that had our preload.
  const refusals = CALL_NAMES.map(
    (name) => `${name} ${name === 'roots.addDropped' ? 'bad-argument' : 'forbidden'}`,
  );
  for (const url of ['data:text/html,x', 'app://other/index.html', 'about:blank'])
    expect(await callFrom(url), url).toEqual(refusals);
  // A person's file that is opened as a page.
  expect(await callFrom(`media://r1/${id}`)).toBe('runs nothing');
  expect(await page.evaluate(async () => (await window.gallery.call('app.info')).ok)).toBe(true);
});
