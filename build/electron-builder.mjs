// @ts-check
// Read by electron-builder: what goes into the packages, and which packages there are.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const onLinux = process.platform === 'linux';

/** Of sharp's builds, each system gets the one it runs: the wasm build on Linux, the native one elsewhere. */
const otherSharp = onLinux
  ? ['!node_modules/@img/sharp-linux*', '!node_modules/@img/sharp-libvips-linux*']
  : ['!node_modules/@img/sharp-wasm32', '!node_modules/@emnapi'];

/** @type {import('electron-builder').Configuration} */
const config = {
  appId: 'io.github.homegallery.app',
  productName: 'Home Gallery',
  executableName: 'home-gallery',
  copyright: 'Home Gallery contributors',
  directories: { output: 'release', buildResources: 'build' },
  files: [
    'dist/**',
    '!dist/.built-from',
    '!**/*.map',
    // The builds of libheif that the app does not load.
    '!node_modules/libheif-js/{libheif,wasm.js,index.js}',
    '!node_modules/libheif-js/libheif-wasm/{libheif.js,libheif.wasm,libheif-bundle.mjs}',
    // Sources and headers that only a compilation of sharp would need.
    '!node_modules/sharp/{src,install}',
    ...otherSharp,
  ],
  asar: true,
  // Native code, programs and wasm modules are opened by the system, which cannot look into the archive.
  asarUnpack: [
    '**/*.node',
    '**/node_modules/@img/**',
    '**/node_modules/@emnapi/**',
    '**/node_modules/sharp/**',
    '**/node_modules/ffmpeg-static/**',
  ],
  // Every native part is N-API and fits any Electron.
  npmRebuild: false,
  electronLanguages: ['en-US'],
  afterPack: async ({ appOutDir, packager }) => {
    // What starts an app from a folder has no place in one that starts itself.
    await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
    await rm(join(appOutDir, 'prepared.txt'), { force: true });
  },
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
  },
  mac: {
    category: 'public.app-category.photography',
    icon: 'build/icons/1024x1024.png',
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
  },
  win: { icon: 'build/icons/256x256.png', target: [{ target: 'nsis', arch: ['x64'] }] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  linux: {
    category: 'Graphics',
    icon: 'build/icons',
    synopsis: 'Your photos and videos, on your own disk, at once',
    target: ['AppImage', 'deb', 'tar.gz'],
  },
  // The older tools start the app without Chromium's sandbox.
  toolsets: { appimage: '1.0.3' },
};

export default config;
