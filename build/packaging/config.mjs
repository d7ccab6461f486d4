// @ts-check
// Read by electron-builder (through build/electron-builder.mjs): which packages there are for which system.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Arch } from 'electron-builder';
import { checkPacked } from '../steps/packed.mjs';
import { DEPENDS } from './deb.mjs';
import { files, LANGUAGES, UNPACKED } from './files.mjs';
import { GENERATED } from './generated.mjs';
import { DESKTOP_TYPES, DOCUMENT_TYPES, IMPORTED_TYPES } from './media-types.mjs';
import { repositoryOf } from './repository.mjs';

/** @typedef {import('electron-builder').Configuration} Configuration */

/** Also its identity for Windows' taskbar (electron/shared/app-id.ts); a test holds the two together. */
const APP_ID = 'io.github.homegallery.app';
/** What is started, where people type it; on macOS it bears the app's own name. */
const EXECUTABLE = { executableName: 'home-gallery' };
const SUMMARY = 'Your photos and videos, on your own disk, at once';

/** Both kinds of processors; what is built on one machine is what build/release.mjs asks for. */
const ARCHS = /** @type {('x64' | 'arm64')[]} */ (['x64', 'arm64']);
/** @param {string[]} names */
const targets = (...names) => names.map((target) => ({ target, arch: ARCHS }));

/**
 * The configuration. Secrets, where there are any, come from the environment, as electron-builder documents them.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform of the packages
 * @returns {Configuration}
 */
export function configuration(env, platform) {
  const isSigned = Boolean(env['CSC_LINK'] ?? env['CSC_NAME']);
  const isNotarised = isSigned && Boolean(env['APPLE_API_KEY'] ?? env['APPLE_APP_SPECIFIC_PASSWORD']);
  const repository = repositoryOf(env);
  // macOS lets only signed programs replace themselves.
  const hasUpdates = repository !== null && (platform !== 'darwin' || isSigned);
  return {
    appId: APP_ID,
    productName: 'Home Gallery',
    artifactName: 'home-gallery-${version}-${os}-${arch}.${ext}',
    copyright: 'Home Gallery contributors',
    directories: { output: 'release', buildResources: 'build' },
    files: files(platform),
    asar: true,
    asarUnpack: UNPACKED,
    // Every native part is N-API and fits any Electron.
    npmRebuild: false,
    electronLanguages: LANGUAGES,
    // Where updates would be looked for (main/updates); a build made elsewhere has no such place.
    publish: hasUpdates ? { provider: 'github', ...repository, releaseType: 'draft' } : null,
    extraMetadata: repository
      ? { homepage: `https://github.com/${repository.owner}/${repository.repo}` }
      : {},
    afterPack,
    electronFuses: FUSES,
    mac: {
      category: 'public.app-category.photography',
      icon: 'build/icons/icon.icns',
      target: targets('dmg', 'zip'),
      // Without a certificate only the machine's own mark is set, which arm64 demands.
      ...(isSigned ? {} : { identity: '-' }),
      hardenedRuntime: isSigned,
      gatekeeperAssess: false,
      entitlements: 'build/entitlements.mac.plist',
      entitlementsInherit: 'build/entitlements.mac.plist',
      notarize: isNotarised,
      extendInfo: {
        CFBundleDocumentTypes: DOCUMENT_TYPES,
        UTImportedTypeDeclarations: IMPORTED_TYPES,
      },
    },
    win: { ...EXECUTABLE, icon: 'build/icons/icon.ico', target: targets('nsis', 'portable') },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowElevation: false,
      // Uninstalling removes the whole folder: it must be one that nobody else keeps anything in.
      allowToChangeInstallationDirectory: false,
      include: join(GENERATED, 'installer.nsh'),
      artifactName: 'home-gallery-${version}-${os}-${arch}-setup.${ext}',
      uninstallDisplayName: '${productName}',
    },
    portable: {
      artifactName: 'home-gallery-${version}-${os}-${arch}-portable.${ext}',
      // Each start unpacks into a folder of its own: a second one would remove what the first is running from.
      unpackDirName: true,
    },
    linux: {
      ...EXECUTABLE,
      category: 'Graphics',
      icon: 'build/icons',
      synopsis: SUMMARY,
      description: 'Shows the folders you choose as one gallery. Nothing is copied, uploaded or changed.',
      // Packages must name somebody to write to; nobody reads this address.
      maintainer: 'Home Gallery contributors <noreply@home-gallery.invalid>',
      target: targets('AppImage', 'deb', 'tar.gz'),
      mimeTypes: DESKTOP_TYPES,
      syncDesktopName: true,
      desktop: {
        entry: {
          GenericName: 'Photo Gallery',
          'GenericName[de]': 'Fotogalerie',
          Keywords: 'Photos;Pictures;Images;Videos;Gallery;Viewer;',
          StartupNotify: 'true',
        },
      },
    },
    deb: {
      packageCategory: 'graphics',
      depends: DEPENDS,
      afterInstall: join(GENERATED, 'after-install.sh'),
      afterRemove: join(GENERATED, 'after-remove.sh'),
    },
    // The older tools start the app without Chromium's sandbox.
    toolsets: { appimage: '1.0.3' },
  };
}

/** What Electron itself is allowed to do, written into its binary; e2e/packaged.spec.ts reads them back. */
export const FUSES = /** @type {const} */ ({
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  enableCookieEncryption: true,
  grantFileProtocolExtraPrivileges: false,
  loadBrowserProcessSpecificV8Snapshot: false,
  resetAdHocDarwinSignature: true,
});

/** @param {import('electron-builder').AfterPackContext} context */
async function afterPack({ appOutDir, packager, electronPlatformName, arch }) {
  const resources = packager.getResourcesDir(appOutDir);
  // What starts an app from a folder has no place in one that starts itself.
  await rm(join(resources, 'default_app.asar'), { force: true });
  await rm(join(appOutDir, 'prepared.txt'), { force: true });
  await checkPacked({
    appOutDir,
    resources,
    platform: electronPlatformName,
    arch: Arch[arch],
    isRelease: process.env['HOME_GALLERY_RELEASE'] === '1',
  });
}
