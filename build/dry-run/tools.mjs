// @ts-check
// Runs in end-to-end tests on Linux: what stands in for the tools that electron-builder downloads, or that are found on
// another system alone. They leave behind what they were given. Where the machine has an NSIS of its own, installers for
// Windows are really compiled.

import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { which } from '../steps/run.mjs';
import { writePlugins } from './plugins.mjs';

/**
 * Makes them in `FOLDER/tools`, and sets the environment of this process so that electron-builder takes them. What they leave:
 * `appimages/` the staging of each AppImage, under its name, `nsis/` the script of each installer for Windows, `codesign.txt` what was to be signed.
 * @param {string} folder
 */
export async function standIns(folder) {
  const tools = join(folder, 'tools');
  const empty = ['lib/x64', 'lib/arm64', 'runtimes', 'nsis/linux', 'nsis/plugins/x86-unicode', 'bin'];
  for (const name of empty) await mkdir(join(tools, name), { recursive: true });
  for (const name of ['nsis', 'appimages']) await mkdir(join(folder, name));
  for (const [name, text] of Object.entries(programs(folder))) {
    await writeFile(join(tools, name), text);
    await chmod(join(tools, name), 0o755);
  }
  await writePlugins(join(tools, 'nsis/plugins/x86-unicode'));
  process.env['APPIMAGE_TOOLS_PATH'] = tools;
  process.env['ELECTRON_BUILDER_7ZIP_PATH'] = join(tools, '7za');
  process.env['ELECTRON_BUILDER_NSIS_DIR'] = join(tools, 'nsis');
  process.env['ELECTRON_BUILDER_NSIS_RESOURCES_DIR'] = join(tools, 'nsis');
  process.env['PATH'] = `${join(tools, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
}

/** @param {string} folder @returns {Record<string, string>} */
const programs = (folder) => ({
  mksquashfs: `#!/bin/sh\nset -e\ncp -a "$1" '${join(folder, 'appimages')}'/"$(basename "$2")"\n: > "$2"\n`,
  'desktop-file-validate': '#!/bin/sh\n',
  'runtimes/runtime-x64': 'runtime for x64',
  'runtimes/runtime-arm64': 'runtime for arm64',
  'nsis/linux/makensis': makensis(join(folder, 'nsis')),
  'nsis/elevate.exe': '',
  // Of a tar it makes what it should; the archives of installers stay empty.
  '7za': `#!/bin/sh
set -e
for tar; do :; done
for name; do
  case "$name" in
    *.tar.gz) gzip -1 -c "$tar" > "$name" ;;
    *.7z | *.zip) : > "$name" ;;
  esac
done
`,
  'bin/codesign': `#!/bin/sh\nprintf '%s\\n' "$*" >> '${join(folder, 'codesign.txt')}'\n`,
  // Starts a program for Windows, which then writes the uninstaller beside itself.
  'bin/wine': '#!/bin/sh\n: > "${1%exe}__uninstaller.exe"\n',
});

/**
 * Keeps the script and what was defined for it, and compiles it where that is possible.
 * @param {string} kept
 */
function makensis(kept) {
  const program = which('makensis');
  // Its own folder is not the one that electron-builder names.
  // Nor are its warnings those of the one that electron-builder brings: which of them count is for the test to say.
  const compile = program
    ? `for one; do shift; [ "$one" = -WX ] || set -- "$@" "$one"; done
NSISDIR='${join(dirname(program), '../share/nsis')}' '${program}' "$@" < "$script" > "$script.said" 2>&1 || { cat "$script.said" >&2; exit 1; }`
    : `for one; do case "$one" in -XOutFile*) : > "$(printf %s "$one" | cut -d'"' -f2)" ;; esac; done`;
  return `#!/bin/sh
set -e
script=$(mktemp '${kept}/XXXXXX')
cat > "$script"
printf '%s\\n' "$@" > "$script.arguments"
${compile}
`;
}
