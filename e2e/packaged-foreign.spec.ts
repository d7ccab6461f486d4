// The packages of the other systems, as far as they can be made on Linux: with a made-up Electron of each system, with the app itself
// and the configuration, hooks and fuses of a release, which ends at anything foreign, missing or too large. The installers for
// Windows are compiled.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { getRawHeader } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { FUSES } from '../build/packaging/config.mjs';
import { DOCUMENT_TYPES } from '../build/packaging/media-types.mjs';
import { packagesOf } from '../build/release/gather.mjs';
import { MODULES, ROOT } from '../build/steps/paths.mjs';
import { packedFiles } from '../build/steps/packed.mjs';
import { run, which } from '../build/steps/run.mjs';
import { APP_ID } from '../electron/shared/app-id.js';
import { expect, test } from './fixtures.js';

const ofBuilder = createRequire(join(MODULES, 'app-builder-lib/package.json'));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const ARCHS = ['x64', 'arm64'] as const;

test.skip(process.platform !== 'linux', 'The stand-ins for tools are made for Linux.');

/** Packs for a system; answers the folder with the packages. */
async function packFor(platform: string, scratch: string) {
  const script = join(ROOT, 'build/dry-run/foreign.mjs');
  const made = await run(process.execPath, [script, scratch, platform], {
    output: 'collect',
    timeLimit: 100_000,
  });
  expect(made.code, `${made.stdout}${made.stderr}`).toBe(0);
  return join(scratch, 'out');
}

/** Where the archive lies, and what the system itself opens of it. */
function archiveIn(resources: string) {
  const files = [...packedFiles(join(resources, 'app.asar')).keys()];
  expect(files).toContain('dist/node/main.js');
  const native = files.filter((path) => /\.(node|dylib|so|dll|exe|wasm)$|\/ffmpeg$/.test(path)).sort();
  // What the system opens lies beside the archive.
  for (const path of native) expect(existsSync(join(resources, 'app.asar.unpacked', path)), path).toBe(true);
  const { headerString } = getRawHeader(join(resources, 'app.asar'));
  return { native, hash: createHash('sha256').update(headerString).digest('hex') };
}
const names = (paths: readonly string[]) => paths.map((path) => path.replace(/-\d+\.\d+\.\d+(?=\.node)/, ''));

async function expectFuses(program: string) {
  const wire = (await getCurrentFuseWire(program)) as unknown as Record<number, number>;
  const { resetAdHocDarwinSignature: _, ...fuses } = FUSES;
  for (const [name, wanted] of Object.entries(fuses)) {
    const fuse = FuseV1Options[(name[0]!.toUpperCase() + name.slice(1)) as keyof typeof FuseV1Options];
    expect(String.fromCharCode(wire[fuse]!), name).toBe(wanted ? '1' : '0');
  }
}

/** Every file, how large it is, and whether it may be run. */
function contentOf(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, found: statSync(path) }))
    .map(
      ({ path, found }) => `${path.slice(folder.length)} ${found.size} ${found.mode & 0o111 ? 'runs' : ''}`,
    )
    .sort();
}

/** That all packages of a release were made, but for those of one kind. */
function expectPackages(out: string, system: string, but: RegExp) {
  const wanted = packagesOf(version).filter((name) => name.includes(`-${system}-`) && !but.test(name));
  expect(readdirSync(out)).toEqual(expect.arrayContaining(wanted));
}

const ffmpeg = (name: string) => `node_modules/ffmpeg-static/${name}`;
const sqlite = (build: string) =>
  `node_modules/@photostructure/sqlite/prebuilds/${build}/@photostructure+sqlite.glibc.node`;

test('Linux: both processors get what they run, in a tar.gz and an AppImage', async ({ scratch }) => {
  const out = await packFor('linux', scratch);
  expectPackages(out, 'linux', /deb$/);
  for (const arch of ARCHS) {
    const unpacked = join(out, arch === 'x64' ? 'linux-unpacked' : 'linux-arm64-unpacked');
    expect(names(archiveIn(join(unpacked, 'resources')).native)).toEqual([
      'node_modules/@img/sharp-wasm32/lib/sharp-wasm32.node.wasm',
      sqlite(`linux-${arch}`),
      ffmpeg('ffmpeg'),
    ]);
    await expectFuses(join(unpacked, 'home-gallery'));
    expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['de.pak', 'en-US.pak']);
    // As somebody unpacks it: the same files, and what is to be run can be.
    const name = `home-gallery-${version}-linux-${arch}`;
    mkdirSync(join(scratch, arch));
    execFileSync('tar', ['-xzf', join(out, `${name}.tar.gz`), '-C', join(scratch, arch)]);
    expect(readdirSync(join(scratch, arch))).toEqual([name]);
    expect(contentOf(join(scratch, arch, name))).toEqual(contentOf(unpacked));
    const { mode } = statSync(join(scratch, arch, name, 'home-gallery'));
    expect(mode & 0o111).toBe(0o111);
    // Behind the runtime of its processor lies the same, with what a desktop reads.
    const image = `home-gallery-${version}-linux-${arch === 'x64' ? 'x86_64' : arch}.AppImage`;
    expect(readFileSync(join(out, image), 'utf8')).toMatch(new RegExp(`^runtime for ${arch}`));
    const staged = contentOf(join(scratch, 'appimages', image));
    expect(staged).toEqual(expect.arrayContaining(contentOf(unpacked)));
    expect(staged.some((line) => /^\/AppRun \d+ runs$/.test(line))).toBe(true);
  }
});

test('macOS: a bundle with its name, its types, its icon and what it runs', async ({ scratch }) => {
  const { parse } = ofBuilder('plist') as { parse: (text: string) => Record<string, unknown> };
  const out = await packFor('darwin', scratch);
  expectPackages(out, 'mac', /dmg$/);
  for (const arch of ARCHS) {
    const app = join(out, arch === 'x64' ? 'mac' : 'mac-arm64', 'Home Gallery.app');
    const contents = join(app, 'Contents');
    const { native, hash } = archiveIn(join(contents, 'Resources'));
    expect(names(native)).toEqual([
      `node_modules/@img/sharp-darwin-${arch}/lib/sharp-darwin-${arch}.node`,
      `node_modules/@img/sharp-libvips-darwin-${arch}/lib/libsharp-libvips-darwin-${arch}.dylib`,
      sqlite(`darwin-${arch}`),
      ffmpeg('ffmpeg'),
    ]);
    const info = parse(readFileSync(join(contents, 'Info.plist'), 'utf8'));
    expect(info).toMatchObject({
      CFBundleIdentifier: APP_ID,
      CFBundleName: 'Home Gallery',
      CFBundleDisplayName: 'Home Gallery',
      CFBundleExecutable: 'Home Gallery',
      CFBundleShortVersionString: version,
      CFBundleIconFile: 'icon.icns',
      CFBundleDocumentTypes: DOCUMENT_TYPES,
      LSApplicationCategoryType: 'public.app-category.photography',
      ElectronAsarIntegrity: { 'Resources/app.asar': { algorithm: 'SHA256', hash } },
    });
    const icon = readFileSync(join(contents, 'Resources/icon.icns'));
    expect(icon.equals(readFileSync(join(ROOT, 'build/icons/icon.icns')))).toBe(true);
    const resources = readdirSync(join(contents, 'Resources'));
    expect(resources.filter((name) => name.endsWith('.lproj')).sort()).toEqual(['de.lproj', 'en.lproj']);
    expect(readFileSync(join(contents, 'Resources/app-update.yml'), 'utf8')).toContain('repo: gallery');
    for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
      const helper = `Home Gallery Helper${kind}`;
      expect(existsSync(join(contents, `Frameworks/${helper}.app/Contents/MacOS/${helper}`)), helper).toBe(
        true,
      );
    }
    await expectFuses(app);
    // A changed program needs a new mark of its own, or an arm64 does not start it.
    expect(readFileSync(join(scratch, 'codesign.txt'), 'utf8')).toContain(`--sign - --force`);
  }
  const { mac } = (await import('../build/packaging/config.mjs')).configuration({ CSC_LINK: 'x' }, 'darwin');
  expect(parse(readFileSync(join(ROOT, String(mac?.entitlements)), 'utf8'))).toEqual({
    'com.apple.security.cs.allow-jit': true,
  });
});

interface Resources {
  NtExecutable: { from: (program: Buffer) => object };
  NtExecutableResource: { from: (program: object) => { entries: { type: unknown; bin: ArrayBuffer }[] } };
  Resource: {
    VersionInfo: { fromEntries: (all: object[]) => { getStringValues: (language: object) => object }[] };
    IconGroupEntry: { fromEntries: (all: object[]) => { icons: { width: number }[] }[] };
  };
}

test('Windows: a program with its icon, its version and what it runs; its installers are compiled', async ({
  scratch,
}) => {
  const { NtExecutable, NtExecutableResource, Resource } = ofBuilder('resedit') as Resources;
  const out = await packFor('win32', scratch);
  expectPackages(out, 'win', /^$/);
  for (const arch of ARCHS) {
    const unpacked = join(out, arch === 'x64' ? 'win-unpacked' : 'win-arm64-unpacked');
    const { native, hash } = archiveIn(join(unpacked, 'resources'));
    expect(names(native)).toEqual([
      `node_modules/@img/sharp-win32-${arch}/lib/libvips-42.dll`,
      `node_modules/@img/sharp-win32-${arch}/lib/sharp-win32-${arch}.node`,
      sqlite(`win32-${arch}`),
      ffmpeg('ffmpeg.exe'),
    ]);
    await expectFuses(join(unpacked, 'home-gallery.exe'));
    const { entries } = NtExecutableResource.from(
      NtExecutable.from(readFileSync(join(unpacked, 'home-gallery.exe'))),
    );
    const [about] = Resource.VersionInfo.fromEntries(entries);
    expect(about!.getStringValues({ lang: 1033, codepage: 1200 })).toMatchObject({
      ProductName: 'Home Gallery',
      InternalName: 'home-gallery',
    });
    const [icon] = Resource.IconGroupEntry.fromEntries(entries);
    expect(icon!.icons.map(({ width }) => width % 256)).toEqual([16, 24, 32, 48, 64, 128, 0]);
    const integrity = entries.find(({ type }) => type === 'INTEGRITY');
    expect(JSON.parse(Buffer.from(integrity!.bin).toString())).toEqual([
      { file: 'resources\\app.asar', alg: 'SHA256', value: hash },
    ]);
    expect(readdirSync(join(unpacked, 'locales')).sort()).toEqual(['de.pak', 'en-US.pak']);
    expect(readFileSync(join(unpacked, 'resources/app-update.yml'), 'utf8')).toContain('repo: gallery');
  }

  const kept = readdirSync(join(scratch, 'nsis'));
  const scripts = kept.filter((name) => !name.includes('.'));
  // Of each processor: the uninstaller, the installer around it, the portable program.
  expect(scripts).toHaveLength(6);
  for (const script of scripts) {
    const text = readFileSync(join(scratch, 'nsis', script), 'utf8');
    const isPortable = readFileSync(join(scratch, 'nsis', `${script}.arguments`), 'utf8').includes(
      'portable.exe',
    );
    expect(/^!include ".*packaging\/installer\.nsh"$/m.test(text)).toBe(!isPortable);
  }
  // A release ends at any warning; those about languages are of another edition of the compiler.
  const said = kept.filter((name) => name.endsWith('.said'));
  expect(said, 'with a compiler: npm test installs one where it may').toHaveLength(which('makensis') ? 6 : 0);
  for (const name of said) {
    const text = readFileSync(join(scratch, 'nsis', name), 'utf8');
    const warnings = text.split('\n').filter((line) => /^ *!?warning/.test(line));
    expect(warnings.filter((line) => !line.includes('LangString'))).toEqual([]);
    expect(text).toMatch(/^EXE header size: /m);
  }
});
