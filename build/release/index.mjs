// @ts-check
// `npm run release`: every package for this system and this kind of processor, in `release/`. Nothing is published; the workflow
// gathers what all systems have made (gather.mjs). Foreign processors are not built for: their native parts are not installed.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareElectron } from '../electron.mjs';
import { requireRepository } from '../packaging/repository.mjs';
import { bundle } from '../steps/bundle.mjs';
import { install } from '../steps/install.mjs';
import { RELEASE, ROOT } from '../steps/paths.mjs';
import { runScript, say, Stop } from '../steps/say.mjs';
import { prepareSecrets } from './secrets.mjs';
import { describe, supportOf } from './support.mjs';
import { versions } from './versions.mjs';

await runScript(async () => {
  requireRepository(process.env);
  await install();
  say(describe(supportOf(versions().electron, new Date().toISOString().slice(0, 10))));
  const { source } = await prepareElectron();
  if (source !== 'official') {
    throw new Stop(
      'A release holds the pinned Electron, which could not be downloaded here. Nothing was built.',
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'home-gallery-release-'));
  try {
    say(`Packages are ${prepareSecrets(process.env, folder)}`);
    // ffmpeg must be in it, and run.
    process.env['HOME_GALLERY_RELEASE'] = '1';
    await bundle();
    const { archFromString, build, Platform } = await import('electron-builder');
    const { generate } = await import('../packaging/generated.mjs');
    const { default: config } = await import('../electron-builder.mjs');
    await generate();
    await rm(RELEASE, { recursive: true, force: true });
    const { linux, mac, win } = config;
    const ours = process.platform === 'darwin' ? mac : process.platform === 'win32' ? win : linux;
    const names = [ours?.target ?? []].flat().map((one) => (typeof one === 'string' ? one : one.target));
    await build({
      projectDir: ROOT,
      targets: Platform.current().createTarget(names, archFromString(process.arch)),
      publish: 'never',
      config,
    });
    say(`In release/: ${(await readdir(RELEASE)).join(', ')}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
