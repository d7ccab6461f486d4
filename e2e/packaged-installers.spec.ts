// The installers, as far as they can be made on a machine without the tools that electron-builder downloads: the AppImage's
// staging, which is everything but the runtime before it, the tar.gz, and what the others would be made with.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { configuration } from '../build/packaging/config.mjs';
import { DEPENDS } from '../build/packaging/deb.mjs';
import { packageOf } from '../build/steps/debian.mjs';
import { ROOT } from '../build/steps/paths.mjs';
import { run } from '../build/steps/run.mjs';
import { findUnpacked } from '../build/steps/unfused.mjs';
import { neededLibraries } from './elf.js';
import { expect, test } from './fixtures.js';

interface Options {
  readonly AppImage: { readonly desktop: string; readonly desktopFileName: string };
  readonly deb: readonly [args: string[], desktopFile: string];
  readonly nsis: readonly [defines: Record<string, string | null>, commands: unknown];
  readonly portable: readonly [defines: Record<string, string | null>, commands: unknown];
}

/** Libraries of C, and what comes with the app. */
const OF_EVERY_SYSTEM = /^(lib(c|m|dl|pthread|rt|gcc_s)\.so|ld-linux|libffmpeg\.so)/;

test('installers are ready to be made', async ({ scratch }) => {
  test.skip(process.platform !== 'linux' || process.arch !== 'x64', 'The dry run is made for Linux on x64.');
  const script = join(ROOT, 'build/dry-run/installers.mjs');
  const made = await run(process.execPath, [script, scratch], { output: 'collect', timeLimit: 100_000 });
  expect(made.code, `${made.stdout}${made.stderr}`).toBe(0);
  const options = JSON.parse(readFileSync(join(scratch, 'options.json'), 'utf8')) as Options;

  // The staging holds the very build that was tested, a launcher, a desktop entry and icons.
  const [image] = readdirSync(join(scratch, 'appimages'));
  const staged = join(scratch, 'appimages', image!);
  for (const name of readdirSync(findUnpacked().folder)) {
    expect(existsSync(join(staged, name)), `${name} of the build is in the AppImage`).toBe(true);
  }
  for (const name of ['home-gallery', 'resources/app.asar']) {
    expect(statSync(join(staged, name)).size).toBe(statSync(join(findUnpacked().folder, name)).size);
  }
  expect(statSync(join(staged, 'AppRun')).mode & 0o111).toBe(0o111);
  expect(readFileSync(join(staged, 'AppRun'), 'utf8')).toContain('BIN="$APPDIR/home-gallery"');
  const entry = readFileSync(join(staged, 'home-gallery.desktop'), 'utf8');
  expect(entry).toBe(options.AppImage.desktop);
  expect(entry).toMatch(/^Exec=AppRun %U$/m);
  expect(entry).toMatch(/^Icon=home-gallery$/m);
  expect(entry).toMatch(/^StartupWMClass=home-gallery$/m);
  expect(entry).toMatch(/^MimeType=inode\/directory;.*image\/jpeg;.*video\/mp4;/m);
  expect(entry).not.toContain('no-sandbox');
  for (const size of ['16x16', '256x256', '512x512']) {
    expect(existsSync(join(staged, `usr/share/icons/hicolor/${size}/apps/home-gallery.png`)), size).toBe(
      true,
    );
  }

  // The tar.gz holds the very build as well, in a folder of its own, with all that may be run.
  const name = readdirSync(join(scratch, 'out')).find((one) => one.endsWith('-linux-x64.tar.gz'))!;
  const listed = await run('tar', ['-tvzf', join(scratch, 'out', name)], { output: 'collect' });
  const lines = [...listed.stdout.matchAll(/^-(\S+) +\S+ +(\d+) +\S+ +\S+ +([^/]+)\/(?:\.\/)?(.+)$/gm)];
  expect(new Set(lines.map(([, , , folder]) => folder))).toEqual(new Set([name.replace('.tar.gz', '')]));
  const inBuild = readdirSync(findUnpacked().folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
  expect(lines.map(([, mode, size, , path]) => `${path} ${size} ${mode![2]}`).sort()).toEqual(
    inBuild
      .map((path) => ({ path: relative(findUnpacked().folder, path), found: statSync(path) }))
      .map(({ path, found }) => `${path} ${found.size} ${found.mode & 0o100 ? 'x' : '-'}`)
      .sort(),
  );

  const [args, desktopFile] = options.deb;
  expect(args).toContain(`${desktopFile}=/usr/share/applications/home-gallery.desktop`);
  expect(args).toContain(`${findUnpacked().folder}/=/opt/Home Gallery`);
  expect(args.slice(args.indexOf('--category'))[1]).toBe('graphics');

  // Whatever the program links to is in a package that the deb asks for.
  const asked = DEPENDS.flatMap((one) => one.split(' | '));
  expect(configuration({}, 'linux').deb?.depends).toBe(DEPENDS);
  const needed = neededLibraries(findUnpacked().program).filter((name) => !OF_EVERY_SYSTEM.test(name));
  expect(needed.length).toBeGreaterThan(20);
  for (const library of needed) expect(asked, library).toContain(packageOf(library));

  const [setup] = options.nsis;
  expect(setup['MUI_ICON']).toMatch(/icon\.ico$/);
  // Null: defined without a value, which for these two stands for yes.
  expect('ONE_CLICK' in setup).toBe(false);
  // Uninstalling removes the folder: nobody may put the app among files of theirs.
  expect('allowToChangeInstallationDirectory' in setup).toBe(false);
  expect('DELETE_APP_DATA_ON_UNINSTALL' in setup).toBe(false);
  expect(options.portable[0]['REQUEST_EXECUTION_LEVEL']).toBe('user');
});
