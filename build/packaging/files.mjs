// @ts-check
// Read by electron-builder's configuration: what goes into the packages. Only what runs; build/steps/packed.mjs
// looks at the result.

import { idleFolders, readLock } from './packages.mjs';

/**
 * What is packed, as electron-builder's patterns, in which `${arch}` is the processor a package is for.
 * @param {NodeJS.Platform} platform that it is for: electron-builder's own `${platform}` is the machine that builds
 */
export const files = (platform) => [...ofAll(platform), ...sharpFiles(platform)];

/** @param {NodeJS.Platform} platform */
const ofAll = (platform) => [
  'dist/{node,preload,renderer}/**',
  'dist/licences.json',
  '!**/*.{map,markdown,html,d.mts,d.cts,gyp,gypi,bnf,c,h}',
  // The page itself.
  'dist/renderer/**/*.html',
  '!node_modules/**/{test,tests,__tests__,example,examples,docs}/**',
  '!node_modules/**/{README,CHANGELOG,HISTORY,SECURITY}*',
  ...idleFolders(readLock()).map((folder) => `!${folder}/**`),
  // The builds of libheif that the app does not load.
  '!node_modules/libheif-js/{libheif,wasm.js,index.js}',
  '!node_modules/libheif-js/libheif-wasm/{libheif.js,libheif.wasm,libheif-bundle.mjs}',
  // What only an installation would need.
  '!node_modules/sharp/{src,install}',
  '!node_modules/@photostructure/sqlite/{src,scripts}/**',
  '!node_modules/ffmpeg-static/{install.js,example.js}',
  '!node_modules/{semver,node-gyp-build}/bin{,.js,/**}',
  // Electron runs with glibc alone.
  '!node_modules/@photostructure/sqlite/prebuilds/**/*.musl.node',
  `!node_modules/@photostructure/sqlite/prebuilds/!(${platform}-\${arch})/**`,
  // Of several builds of the same, those that Node loads.
  '!node_modules/@emnapi/runtime/dist/!(emnapi.cjs.js|emnapi.cjs.min.js|emnapi.mjs)',
  '!node_modules/tslib/tslib.es6.{js,html}',
];

/**
 * Of sharp's builds, each system gets the one it runs: the wasm build on Linux, the native one elsewhere.
 * @param {NodeJS.Platform} platform
 */
const sharpFiles = (platform) =>
  platform === 'linux'
    ? ['!node_modules/@img/sharp-!(wasm32)/**']
    : [
        '!node_modules/{@img/sharp-wasm32,@emnapi,tslib}/**',
        `!node_modules/@img/sharp-!(${platform}-\${arch}|libvips-${platform}-\${arch})/**`,
      ];

/** Native code, programs and wasm modules are opened by the system, which cannot look into the archive. */
export const UNPACKED = [
  '**/*.node',
  '**/node_modules/@img/**',
  '**/node_modules/@emnapi/**',
  '**/node_modules/sharp/**',
  '**/node_modules/ffmpeg-static/**',
];

/** Languages of Chromium's own words that the app has words in; the first is the one it falls back to. */
export const LANGUAGES = ['en-US', 'de'];
