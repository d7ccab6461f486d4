// What a release is made of, without making one.

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configuration } from '../packaging/config.mjs';
import { LINUX_USER_DATA } from '../packaging/deb.mjs';
import { WINDOWS_USER_DATA } from '../packaging/windows.mjs';
import { MODULES, ROOT } from '../steps/paths.mjs';
import { run } from '../steps/run.mjs';
import { CHECKSUMS, gather, mergeFeeds, packagesOf } from './gather.mjs';
import { notesOf, versionOf } from './notes.mjs';
import { prepareSecrets, SECRETS } from './secrets.mjs';
import { describe as say, RELEASED, supportOf } from './support.mjs';
import { versions } from './versions.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

describe('the versions of Node and Electron', () => {
  const { node, releaseNode, electron } = versions();

  it('are the same wherever they stand', () => {
    expect([node, releaseNode, electron]).toEqual([
      expect.stringMatching(/^\d+\.\d+$/),
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^\d+\.\d+\.\d+$/),
    ]);
    expect(read('.nvmrc').trim()).toBe(releaseNode);
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { version?: string; engines?: { node?: string } }>;
    };
    expect(lock.packages['']?.engines?.node).toBe(`>=${node}`);
    expect(lock.packages['node_modules/electron']?.version).toBe(electron);
    for (const name of ['README.md', 'docs/contributing.md']) {
      const named = [...read(name).matchAll(/\bNode (?:>= )?(\d+\.\d+)/g)].map(([, version]) => version);
      expect(named.length, name).toBeGreaterThan(0);
      expect(new Set(named), name).toEqual(new Set([node]));
    }
    // Bundles must run where scripts and tests do.
    expect([...read('vite.config.ts').matchAll(/target: 'node(\d+)'/g)].map(([, major]) => major)).toEqual(
      Array<string>(2).fill(node.split('.')[0]!),
    );
    expect(Number(releaseNode)).toBeGreaterThanOrEqual(Number(node.split('.')[0]));
  });

  it('Electron is one whose end of support is known', () => {
    expect(RELEASED).toHaveProperty(electron.split('.')[0]!);
    expect(() => supportOf('999.0.0', '2026-11-25')).toThrow('When did Electron 999.0.0 come out?');
  });
});

describe('the support of Electron', () => {
  const released = { 10: '2026-01-01', 11: '2026-02-26' };

  it('ends when the third version after it comes, which is estimated', () => {
    const support = supportOf('10.4.1', '2026-06-01', released);
    expect(support).toEqual({ major: 10, until: '2026-06-18', estimated: true, daysLeft: 17 });
    expect(say(support)).toContain('until about 2026-06-18 (estimated: Electron 13 ends it');
    expect(() => say(supportOf('10.4.1', '2026-06-18', released))).toThrow('move to a newer one first');
    expect(supportOf('11.0.0', '2026-06-18', released).until).toBe('2026-08-13');
  });

  it('or was, which is known', () => {
    const all = { ...released, 12: '2026-04-23', 13: '2026-06-20' };
    expect(supportOf('10.4.1', '2026-06-19', all)).toEqual({
      ...{ major: 10, until: '2026-06-20', estimated: false, daysLeft: 1 },
    });
  });
});

it('the script that tells of it ends with code 1 when it is over', async () => {
  const { electron } = versions();
  const major = Number(electron.split('.')[0]);
  const ask = (...args: string[]) =>
    run(process.execPath, [join(ROOT, 'build/release/support.mjs'), ...args], { output: 'collect' });
  const [then, later, wrong] = await Promise.all([
    ask('--date', RELEASED[major]!),
    ask('--date', '2099-01-01'),
    ask('--date', 'soon'),
  ]);
  expect([then.code, then.stdout]).toEqual([
    0,
    expect.stringContaining(`Electron ${major} gets security fixes`),
  ]);
  expect([later.code, later.stderr]).toEqual([1, expect.stringContaining('move to a newer one first')]);
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('A date is written like')]);
}, 60_000);

describe('the notes of a release', () => {
  const changelog =
    '# Changelog\n\n## 0.2.0 (unreleased)\n\n- New.\n\n### More\n\n- x\n\n## 0.1.0\n\n- First.\n\n## 0.0.1\n';

  it('are the section of its version', () => {
    expect(notesOf(changelog, '0.2.0')).toBe('- New.\n\n### More\n\n- x\n');
    expect(notesOf(changelog, '0.1.0')).toBe('- First.\n');
    for (const none of ['0.0.1', '0.1', '9.9.9', '0.2.0 (unreleased)', ''])
      expect(() => notesOf(changelog, none)).toThrow('CHANGELOG.md says nothing about');
  });

  it('are not handed out while the section is unfinished', () => {
    const released = { released: true };
    expect(() => notesOf(changelog, '0.2.0', released)).toThrow('still calls 0.2.0 unreleased');
    expect(notesOf(changelog.replace('(unreleased)', '(2026-12-01)'), '0.2.0', released)).toContain('- New.');
    expect(notesOf(changelog, '0.1.0', released)).toBe('- First.\n');
  });

  it('there are some for this version', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(notesOf(read('CHANGELOG.md'), version).length).toBeGreaterThan(100);
    expect(versionOf(`v${version}`, version)).toBe(version);
    expect(() => versionOf('v9.9.9', version)).toThrow('The tag is v9.9.9');
  });
});

describe('secrets', () => {
  it('that are not set are none', () => {
    const env = Object.fromEntries(SECRETS.map((name) => [name, '']));
    expect(prepareSecrets(env, folder)).toBe('not signed');
    expect(env).toEqual({ CSC_IDENTITY_AUTO_DISCOVERY: 'false' });
    expect(configuration(env, 'darwin').mac).toMatchObject({ identity: '-', notarize: false });
  });

  it('sign, and the key for notarisation is a file for this user alone', () => {
    const env: NodeJS.ProcessEnv = { CSC_LINK: 'x', APPLE_API_KEY: '-----BEGIN PRIVATE KEY-----\nx' };
    expect(prepareSecrets(env, folder)).toBe('signed');
    expect(readFileSync(env['APPLE_API_KEY']!, 'utf8')).toContain('BEGIN PRIVATE KEY');
    if (process.platform !== 'win32') expect(statSync(env['APPLE_API_KEY']!).mode & 0o777).toBe(0o600);
    expect(configuration(env, 'darwin').mac).toMatchObject({ hardenedRuntime: true, notarize: true });
  });
});

describe('what six machines have built', () => {
  const { getArtifactArchName, Arch } = createRequire(join(MODULES, 'app-builder-lib/package.json'))(
    'builder-util',
  ) as { getArtifactArchName: (arch: number, ext: string) => string; Arch: Record<string, number> };

  it('is all that the configuration names', () => {
    const { mac, win, linux, nsis, portable, artifactName } = configuration({}, 'linux');
    const patterns: Record<string, string> = { nsis: nsis!.artifactName!, portable: portable!.artifactName! };
    const names = Object.entries({ mac, win, linux }).flatMap(([os, of]) =>
      (of as { target: { target: string; arch: string[] }[] }).target.flatMap(({ target, arch }) =>
        arch.map((one) => {
          const ext = target in patterns ? 'exe' : target;
          return (patterns[target] ?? artifactName!)
            .replace('${version}', '1.2.3')
            .replace('${os}', os)
            .replace('${arch}', getArtifactArchName(Arch[one]!, ext))
            .replace('${ext}', ext);
        }),
      ),
    );
    expect(packagesOf('1.2.3').sort()).toEqual(names.sort());
    expect(names).toHaveLength(14);
  });

  const feed = (arch: string, version = '1.2.3') =>
    `version: ${version}\nfiles:\n  - url: g-${arch}-setup.exe\n    sha512: ${arch}+\n    size: 7\npath: g-${arch}-setup.exe\nsha512: ${arch}+\n`;

  it('has one description of updates for each system', async () => {
    for (const order of [
      [feed('arm64'), feed('x64')],
      [feed('x64'), feed('arm64')],
    ]) {
      const merged = parse(await mergeFeeds(order)) as { files: { url: string }[] };
      expect(merged.files.map(({ url }) => url).sort()).toEqual(['g-arm64-setup.exe', 'g-x64-setup.exe']);
      expect(merged).toMatchObject({ version: '1.2.3', path: 'g-x64-setup.exe', sha512: 'x64+' });
    }
    await expect(mergeFeeds([feed('x64'), feed('arm64', '1.2.4')])).rejects.toThrow('different versions');
  });

  it('is put together with its checksums, or not at all', async () => {
    const [from, to] = [join(folder, 'built'), join(folder, 'gathered')];
    const put = (machine: string, name: string, text = name) => {
      mkdirSync(join(from, machine), { recursive: true });
      writeFileSync(join(from, machine, name), text);
    };
    const [last, ...packages] = packagesOf('1.2.3');
    for (const name of packages) put(name.includes('arm64') ? 'arm64' : 'x64', name);
    for (const arch of ['x64', 'arm64']) put(arch, 'latest.yml', feed(arch));
    put('x64', 'builder-debug.yml');
    await expect(gather(from, to, '1.2.3')).rejects.toThrow(last);
    put('x64', last!);
    rmSync(to, { recursive: true });
    const names = await gather(from, to, '1.2.3');
    expect(names.sort()).toEqual([...packagesOf('1.2.3'), 'latest.yml', CHECKSUMS].sort());
    const sums = readFileSync(join(to, CHECKSUMS), 'utf8').trim().split('\n');
    expect(sums).toHaveLength(15);
    expect(sums).toContain(`${createHash('sha256').update(last!).digest('hex')}  ${last}`);
  });
});

it('the README says where what is yours lies, as the uninstallers do', () => {
  const readme = read('README.md');
  expect(readme).toContain(`\`${LINUX_USER_DATA}\``);
  expect(readme).toContain(`\`${WINDOWS_USER_DATA.replace('$APPDATA', '%APPDATA%')}\``);
  expect(readme).toContain('`~/Library/Application Support/Home Gallery`');
  for (const { target } of ['mac', 'win', 'linux'].flatMap(
    (name) => (configuration({}, 'linux') as Record<string, { target: { target: string }[] }>)[name]!.target,
  )) {
    const ending = { nsis: 'setup.exe', zip: '.dmg', portable: 'portable.exe' }[target] ?? `.${target}`;
    expect(readme).toContain(`\`${ending}\``);
  }
});

it('a release is not made with what stands in for Electron', () => {
  // Nor is anything published by the machines that build.
  const script = read('build/release/index.mjs');
  expect(script).toContain("source !== 'official'");
  expect(script).toContain("publish: 'never'");
  expect(configuration({}, 'linux') satisfies Configuration).toMatchObject({ publish: null });
});
