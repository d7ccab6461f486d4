// What electron-builder is told, without running it: e2e/packaged*.spec.ts look at what comes of it.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../electron/main/options/commands.js';
import { APP_ID } from '../../electron/shared/app-id.js';
import { FORMATS } from '../../electron/shared/media.js';
import { MODULES, ROOT } from '../steps/paths.mjs';
import { PLACES } from '../steps/unfused.mjs';
import { configuration } from './config.mjs';
import { debScripts } from './deb.mjs';
import { DESKTOP_TYPES, DOCUMENT_TYPES, IMPORTED_TYPES, MEDIA_TYPES } from './media-types.mjs';
import { idleFolders, idlePackages, readLock, runtimePackages, type Lock } from './packages.mjs';
import { repositoryOf, requireRepository } from './repository.mjs';
import { COMMAND_FILE, installerScript, WAITED_FOR } from './windows.mjs';

const { validateSchema } = createRequire(import.meta.url)(
  join(MODULES, 'app-builder-lib/out/util/config/schemaValidator.js'),
) as { validateSchema: (schema: unknown, data: unknown) => void };
const { AppInfo } = createRequire(import.meta.url)(join(MODULES, 'app-builder-lib/out/appInfo.js')) as {
  AppInfo: new (info: object, version: null, ofSystem: object | null | undefined) => AppNames;
};
interface AppNames {
  readonly productFilename: string;
  readonly id: string;
}
const schema: unknown = JSON.parse(readFileSync(join(MODULES, 'app-builder-lib/scheme.json'), 'utf8'));
const SECRETS = { CSC_LINK: 'x', APPLE_API_KEY: 'x', GITHUB_REPOSITORY: 'home/gallery' };
const SYSTEMS = ['linux', 'darwin', 'win32'] as const;

describe('the configuration', () => {
  it.each(SYSTEMS)(
    'is what electron-builder takes, on %s',
    (system) => {
      for (const env of [{}, SECRETS]) {
        expect(() => validateSchema(schema, configuration(env, system))).not.toThrow();
      }
      const wrong = { ...configuration({}, system), mac: { nonsense: true } };
      expect(() => validateSchema(schema, wrong)).toThrow('configuration.mac');
      // The schema is compiled first, which takes a busy machine its time.
    },
    60_000,
  );

  it('names the program as the tests look for it, and the app as Windows knows it', () => {
    const { mac, win, linux, ...config } = configuration({}, 'linux');
    const named = (ofSystem: object | null | undefined) =>
      new AppInfo({ config, metadata: { name: 'home-gallery', version: '1.0.0' } }, null, ofSystem);
    const app = `${named(mac).productFilename}.app`;
    const programs = {
      linux: [named(linux).productFilename, named(linux).productFilename],
      win: [`${named(win).productFilename}.exe`, `${named(win).productFilename}.exe`],
      mac: [`${app}/Contents/MacOS/${named(mac).productFilename}`, app],
    };
    expect(programs.mac[1]).toBe('Home Gallery.app');
    expect(PLACES).toHaveLength(6);
    for (const [folder = '', ...place] of PLACES) {
      expect(place, folder).toEqual(programs[/^[a-z]+/.exec(folder)![0] as keyof typeof programs]);
    }
    expect(named(win).id).toBe(APP_ID);
    // As the README tells it for terminals.
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(readme).toContain(`"/Applications/${programs.mac[0]}" --help`);
    expect(readme).toContain(`./home-gallery-*/${programs.linux[0]} --help`);
    expect(config.artifactName).toMatch(/^home-gallery-\$\{version\}-.*\.\$\{ext\}$/);
    expect(readme).toContain('./home-gallery-*.AppImage --help');
  });

  it('makes every installer for both kinds of processors', () => {
    const targets = (of: Configuration['mac' | 'win' | 'linux']) =>
      (of?.target as { target: string; arch: string[] }[]).map(
        ({ target, arch }) => `${target} ${arch.join()}`,
      );
    const { mac, win, linux, toolsets } = configuration({}, 'linux');
    expect(targets(mac)).toEqual(['dmg x64,arm64', 'zip x64,arm64']);
    expect(targets(win)).toEqual(['nsis x64,arm64', 'portable x64,arm64']);
    expect(targets(linux)).toEqual(['AppImage x64,arm64', 'deb x64,arm64', 'tar.gz x64,arm64']);
    expect(toolsets?.appimage).toBe('1.0.3');
  });

  it('signs and notarises where there are secrets, and only there', () => {
    const signed = configuration(SECRETS, 'darwin').mac;
    expect(signed).toMatchObject({ hardenedRuntime: true, notarize: true });
    expect(signed).not.toHaveProperty('identity');
    const plain = configuration({ APPLE_API_KEY: 'x' }, 'darwin').mac;
    expect(plain).toMatchObject({ hardenedRuntime: false, notarize: false, identity: '-' });
    const entitlements = readFileSync(join(ROOT, String(signed?.entitlements)), 'utf8');
    expect([...entitlements.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
  });

  it('names the place for updates in one place, where there is one', () => {
    const github = { provider: 'github', owner: 'home', repo: 'gallery', releaseType: 'draft' };
    const env = { GITHUB_REPOSITORY: 'home/gallery' };
    expect(configuration({}, 'linux')).toMatchObject({ publish: null, extraMetadata: {} });
    expect(configuration(env, 'win32')).toMatchObject({
      publish: github,
      extraMetadata: { homepage: 'https://github.com/home/gallery' },
    });
    // What the system would not let replace itself does not look.
    expect(configuration(env, 'darwin').publish).toBeNull();
    expect(configuration(SECRETS, 'darwin').publish).toEqual(github);
    const found = { owner: 'home', repo: 'gallery' };
    expect(repositoryOf({}, { repository: 'github:home/gallery' })).toEqual(found);
    expect(repositoryOf({}, { repository: { url: 'git+https://github.com/home/gallery.git' } })).toEqual(
      found,
    );
    expect(repositoryOf({}, { repository: 'https://example.org/home/gallery' })).toBeNull();
    expect(repositoryOf({}, {})).toBeNull();
    // The deb would end in the middle of a release without a home page.
    expect(requireRepository(env, {})).toEqual(found);
    for (const none of [{}, { GITHUB_REPOSITORY: '' }]) {
      expect(() => requireRepository(none, {})).toThrow('Set GITHUB_REPOSITORY=OWNER/NAME');
    }
  });

  it('installs for one user and keeps what belongs to a person', () => {
    const { nsis } = configuration({}, 'win32');
    expect(nsis).toMatchObject({ oneClick: false, perMachine: false });
    expect(nsis).not.toHaveProperty('deleteAppDataOnUninstall');
  });
});

it('the app is offered for every format it knows, on every system', () => {
  expect(Object.keys(MEDIA_TYPES).sort()).toEqual([...FORMATS.keys()].sort());
  for (const [ending, { kind }] of FORMATS) {
    expect(MEDIA_TYPES[ending], ending).toMatch(kind === 'photo' ? /^image\// : /^video\//);
    expect(DESKTOP_TYPES).toContain(MEDIA_TYPES[ending]);
    expect(installerScript()).toContain(
      `'Software\\Classes\\.${ending}\\OpenWithProgids' 'HomeGallery.Media' ''`,
    );
  }
  expect(DESKTOP_TYPES).toContain('inode/directory');
  expect(DOCUMENT_TYPES.flatMap(({ LSItemContentTypes }) => LSItemContentTypes)).toEqual([
    'public.image',
    'public.movie',
    'public.folder',
  ]);
  // What macOS has no name of its own for is a film because the app says so.
  expect(IMPORTED_TYPES.map(({ UTTypeTagSpecification: of }) => of['public.filename-extension'])).toEqual([
    ['mkv'],
    ['webm'],
    ['flv'],
  ]);
  expect(IMPORTED_TYPES.every(({ UTTypeConformsTo }) => UTTypeConformsTo.includes('public.movie'))).toBe(
    true,
  );
  // Beside what opens a file now, never in its place.
  expect(DOCUMENT_TYPES.every(({ LSHandlerRank }) => LSHandlerRank === 'Alternate')).toBe(true);
});

describe('the Windows installer', () => {
  const script = installerScript();
  const [install = '', uninstall = ''] = script.split('!macro customUnInstall');

  it('takes back what it has written, and nothing else', () => {
    const written = [...install.matchAll(/WriteRegStr HKCU '([^']+)' '([^']*)'/g)];
    expect(written.length).toBeGreaterThan(100);
    for (const [, key = '', name = ''] of written) {
      const byValue = uninstall.includes(`DeleteRegValue HKCU '${key}' '${name}'`);
      const byKey = [...uninstall.matchAll(/DeleteRegKey HKCU '([^']+)'/g)].some(
        ([, gone = '']) => key === gone || key.startsWith(`${gone}\\`),
      );
      expect(byValue || byKey, `${key} ${name}`).toBe(true);
      // No other program's default is replaced.
      if (/Classes\\\.\w+$/.test(key)) expect.unreachable(`${key} would be taken over`);
    }
    expect(uninstall).not.toMatch(/RMDir \/r|^\s*(Delete|RMDir)[^\n]*\$APPDATA/m);
  });

  it('opens folders and drives, whose backslash must not escape the quote', () => {
    const opened = [
      ...install.matchAll(/'Software\\Classes\\([^']+)\\shell\\HomeGallery\\command' '' '([^']+)'/g),
    ];
    expect(opened.map(([, kind, line]) => [kind, line])).toEqual(
      ['Directory', 'Directory\\Background', 'Drive'].map((kind) => [
        kind,
        '"$INSTDIR\\home-gallery.exe" "%V\\."',
      ]),
    );
  });

  it('lets a terminal wait for what prints something, and hands on its exit code', () => {
    expect(WAITED_FOR).toEqual([...Object.keys(COMMANDS), '-h', '--help', '-V', '--version']);
    const file = COMMAND_FILE.join('\n');
    expect(file).toContain(`for %%c in (${WAITED_FOR.join(' ')}) do if "%~1"=="%%c" goto command`);
    const [, command = '', window = ''] = file.split(/^:command$|^:window$/m);
    expect(command.trim().split('\n')).toEqual([
      'start "" /wait /b "%~dp0..\\home-gallery.exe" %*',
      'exit /b %errorlevel%',
    ]);
    expect(window.trim()).toBe('start "" "%~dp0..\\home-gallery.exe" %*');
    // It stands between single quotes in the installer's script.
    expect(file).not.toContain("'");
  });

  it('puts the program on the PATH and says what stays', () => {
    expect(install).toContain("'$INSTDIR\\bin\\home-gallery.cmd'");
    expect(install).toContain(`FileWrite $0 '@echo off$\\r$\\n'`);
    expect(install).toContain('$$parts += $$bin');
    expect(uninstall).not.toContain('$$parts += $$bin');
    for (const words of ['left in', 'bleiben in']) {
      expect(uninstall).toContain(`${words}$\\r$\\n$APPDATA\\Home Gallery$\\r$\\n`);
      expect(uninstall).toContain(`${words} $APPDATA\\Home Gallery.'`);
    }
  });
});

describe('the deb', () => {
  it.runIf(process.platform !== 'win32')(
    'says what stays when it is removed, not when it is upgraded',
    async () => {
      const { afterRemove, afterInstall } = await debScripts();
      expect(afterInstall).toContain('/usr/bin/${executable}');
      const [, ours = ''] = afterRemove.split('\n# dpkg');
      const say = (what: string) =>
        execFileSync('sh', ['-c', `# dpkg${ours}`, 'postrm', what], { encoding: 'utf8' });
      expect(say('remove')).toContain('~/.config/Home Gallery');
      expect(say('upgrade')).toBe('');
      // `rm -f` of links and profiles alone.
      expect(afterRemove).not.toMatch(/rm -rf|\.config\/[^;\n]*\brm\b/);
    },
  );
});

it('only what runs is packed', () => {
  const lock = readLock();
  const idle = idlePackages(lock);
  for (const name of ['https-proxy-agent', '@derhuerst/http-basic', 'node-addon-api']) {
    expect(idle).toContain(`node_modules/${name}`);
  }
  const running = runtimePackages(lock);
  for (const name of ['sharp', 'detect-libc', 'ffmpeg-static', 'node-gyp-build', '@emnapi/runtime']) {
    expect(running).toContain(`node_modules/${name}`);
  }
  const { files } = configuration({}, 'linux');
  for (const folder of idleFolders(lock)) expect(files).toContain(`!${folder}/**`);
  expect(idleFolders(lock)).toEqual(expect.arrayContaining(idle));
  expect(configuration({}, 'darwin').files).toContain('!node_modules/{@img/sharp-wasm32,@emnapi,tslib}/**');
  // Of the system that a package is for, whatever machine builds it.
  expect(configuration({}, 'win32').files).toContain(
    '!node_modules/@img/sharp-!(win32-${arch}|libvips-win32-${arch})/**',
  );
});

it('what npm has put beside the one that needs it is left out as well, unless the app runs another of that name', () => {
  const version = '1.0.0';
  const packages = {
    '': { version, dependencies: { kept: '1' } },
    'node_modules/kept': { version, dependencies: { same: '1' } },
    'node_modules/same': { version },
    'node_modules/idle': { version },
    'node_modules/idle/node_modules/same': { version },
    'node_modules/idle/node_modules/other': { version },
  };
  // electron-builder moves `other` up to the app, where a pattern of its first place would not find it.
  expect(idleFolders({ lockfileVersion: 3, packages } satisfies Lock)).toEqual([
    'node_modules/idle',
    'node_modules/idle/node_modules/other',
    'node_modules/idle/node_modules/same',
    'node_modules/other',
  ]);
});
