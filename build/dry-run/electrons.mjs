// @ts-check
// Runs in end-to-end tests: made-up Electrons of other systems, as far as electron-builder looks at them: where their files lie,
// the fuses, what describes the program. Nothing in them runs.

import { createRequire } from 'node:module';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MODULES } from '../steps/paths.mjs';

/** One that the app keeps, and one that it does not. */
const LANGUAGES = ['en-US', 'de', 'fr'];
const HELPERS = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'];

/** Where a program's fuses begin; every fuse burnt in as Electron is delivered. */
const FUSES = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 8]),
  Buffer.from('10110001'),
]);
const LICENCES = { LICENSE: 'Permission is hereby granted', 'LICENSES.chromium.html': '<html>' };

/**
 * @param {string} folder
 * @param {'linux' | 'win32' | 'darwin'} platform
 */
export async function makeElectron(folder, platform) {
  const files = { linux: linuxFiles, win32: windowsFiles, darwin: macFiles }[platform]();
  for (const [path, content] of Object.entries({ ...files, ...LICENCES })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content, { mode: path.includes('.') ? 0o644 : 0o755 });
  }
  if (platform !== 'darwin') return;
  const framework = join(folder, FRAMEWORK);
  await symlink('A', join(framework, 'Versions/Current'));
  for (const name of ['Electron Framework', 'Resources'])
    await symlink(`Versions/Current/${name}`, join(framework, name));
}

/** @returns {Record<string, string | Buffer>} */
const linuxFiles = () => ({
  electron: Buffer.concat([Buffer.from('\x7fELF', 'latin1'), FUSES]),
  'chrome-sandbox': 'ELF',
  'libffmpeg.so': 'ELF',
  ...besides(),
});

/** @returns {Record<string, string | Buffer>} */
const windowsFiles = () => ({ 'electron.exe': windowsProgram(), 'ffmpeg.dll': 'MZ', ...besides() });

/** What lies beside the program on Linux and Windows. */
const besides = () => Object.fromEntries(LANGUAGES.map((name) => [`locales/${name}.pak`, name]));

/** A program that holds what describes it, of which electron-builder makes ours. */
function windowsProgram() {
  const { NtExecutable, NtExecutableResource, Resource } = createRequire(
    join(MODULES, 'app-builder-lib/package.json'),
  )('resedit');
  const program = NtExecutable.createEmpty(false);
  const resources = NtExecutableResource.from(program);
  const about = Resource.VersionInfo.createEmpty();
  about.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  about.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  program.setExtraData(Uint8Array.from(FUSES).buffer);
  return Buffer.from(program.generate());
}

const CONTENTS = 'Electron.app/Contents';
const FRAMEWORK = `${CONTENTS}/Frameworks/Electron Framework.framework`;

/** @returns {Record<string, string | Buffer>} */
function macFiles() {
  const ofFramework = `${FRAMEWORK}/Versions/A`;
  const words = LANGUAGES.flatMap((name) =>
    [`${CONTENTS}/Resources`, `${ofFramework}/Resources`].map((folder) => [
      `${folder}/${name.replace('-US', '')}.lproj/locale.pak`,
      name,
    ]),
  );
  const helpers = HELPERS.flatMap((kind) => {
    const name = `Electron Helper${kind}`;
    const folder = `${CONTENTS}/Frameworks/${name}.app/Contents`;
    return [
      [
        `${folder}/Info.plist`,
        plist({ CFBundleExecutable: name, CFBundleIdentifier: 'com.github.Electron.helper' }),
      ],
      [`${folder}/MacOS/${name}`, 'macho'],
    ];
  });
  return {
    [`${CONTENTS}/Info.plist`]: plist({
      CFBundleExecutable: 'Electron',
      CFBundleIconFile: 'electron.icns',
      CFBundleIdentifier: 'com.github.Electron',
      CFBundleName: 'Electron',
    }),
    [`${CONTENTS}/MacOS/Electron`]: 'macho',
    [`${CONTENTS}/Resources/electron.icns`]: 'icns',
    [`${ofFramework}/Electron Framework`]: FUSES,
    ...Object.fromEntries([...words, ...helpers]),
  };
}

/** @param {Record<string, string>} values */
const plist = (values) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>${Object.entries(values)
    .map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
    .join('')}</dict></plist>
`;
