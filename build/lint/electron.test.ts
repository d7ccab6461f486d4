// Proves with the real ESLint configuration that each point of Electron's checklist which is a lint rule is refused.

import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

async function isRefused(file: string, code: string): Promise<boolean> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return result!.messages.some(({ ruleId }) => ruleId === 'house/electron');
}

// Reading its configuration for the first time takes a while; no single check is to pay for it.
beforeAll(() => isRefused('electron/main/a.ts', ''), 60_000);

describe('the lint rule of the checklist', () => {
  it.each([
    'export const x = { contextIsolation: false };',
    'export const x = { sandbox: false };',
    'export const x = (isOn) => ({ sandbox: isOn });',
    'export const x = { webSecurity: false };',
    'export const x = { nodeIntegration: true };',
    'export const x = { nodeIntegrationInWorker: true };',
    'export const x = { nodeIntegrationInSubFrames: true };',
    'export const x = { webviewTag: true };',
    'export const x = { allowRunningInsecureContent: true };',
    'export const x = { experimentalFeatures: true };',
    "export const x = { enableBlinkFeatures: 'x' };",
    "export const x = { 'allowpopups': false };",
    'export const x = (shell) => shell.openExternal;',
    "export const x = (window) => window.loadFile('x.html');",
    "export const x = (window) => window.loadURL('https://example.org');",
    "export const x = (window) => window.loadURL('file:///x.html');",
    "export const x = () => document.createElement('webview');",
    "export const x = (line) => line.appendSwitch('enable-blink-features', 'x');",
    "export const x = (line) => line.appendSwitch('disable-web-security');",
    "export const x = (line) => line.appendSwitch('no-sandbox');",
    "export const x = (line) => line.appendSwitch('remote-debugging-port', '9222');",
    "export const x = (line) => line['appendSwitch'](`no-sandbox`);",
    'export const x = (shell) => { const { openExternal } = shell; return openExternal; };',
    'export const x = (shell) => { const { openExternal: open } = shell; return open; };',
    'export const x = ({ openExternal }) => openExternal;',
    "export const x = (shell) => shell['openExternal'];",
    'export const x = (shell) => shell[`openExternal`];',
    'export const x = (window, rest) => window.loadURL(`https://${rest}`);',
    "export const x = (window) => window['loadURL']('https://example.org');",
    "export const x = { ['sandbox']: false };",
    'export const x = { [`sandbox`]: false };',
    'export const x = (prefs) => { prefs.sandbox = false; };',
    "export const x = (prefs, isOn) => { prefs['nodeIntegration'] = isOn; };",
  ])('refuses %s', async (code) => {
    expect(await isRefused('electron/main/a.ts', code)).toBe(true);
    expect(await isRefused('renderer/a.ts', code)).toBe(true);
  });

  it('refuses webviews in views', async () => {
    expect(await isRefused('renderer/views/A.tsx', 'export const A = () => <webview allowpopups />;')).toBe(
      true,
    );
  });

  it.each([
    'export const x = { contextIsolation: true, sandbox: true, webSecurity: true, nodeIntegration: false };',
    'export const x = (window, url) => window.loadURL(url);',
    'export const x = ({ sandbox }) => sandbox;',
    'export const x = (prefs) => { prefs.sandbox = true; };',
    'export const x = (window, rest) => window.loadURL(`app://${rest}`);',
    'export const x = (all, sandbox) => all[sandbox];',
    'export const x = (sandbox) => ({ [sandbox]: false });',
    "export const x = (line) => line.appendSwitch('disable-sync');",
  ])('leaves alone %s', async (code) => {
    expect(await isRefused('electron/main/a.ts', code)).toBe(false);
  });
});
