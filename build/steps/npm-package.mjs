// @ts-check
// Runs in the build scripts on Linux: one package from the npm registry, checked and unpacked, without
// installing it. For packages that npm itself would leave out on this platform.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CACHE } from './paths.mjs';
import { npm, run } from './run.mjs';
import { Stop } from './say.mjs';

/**
 * Downloads `name@version`, compares it with its pinned integrity and unpacks it to `target`, which must not exist.
 * @param {string} name
 * @param {string} version
 * @param {string} integrity as in package-lock.json: `sha512-...`
 * @param {string} target
 */
export async function unpackNpmPackage(name, version, integrity, target) {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'pack-'));
  try {
    const spec = `${name}@${version}`;
    const packed = await npm(['pack', spec, '--pack-destination', folder, '--silent', '--ignore-scripts'], {
      output: 'collect',
      timeLimit: 10 * 60_000,
    });
    const [file] = (await readdir(folder)).filter((entry) => entry.endsWith('.tgz'));
    if (packed.code !== 0 || !file) {
      const reason = packed.timedOut
        ? 'no answer within 10 minutes'
        : packed.stderr.trim() || `npm ended with code ${packed.code}`;
      throw new Stop(`The package ${spec} could not be downloaded: ${reason}`);
    }
    const archive = join(folder, file);
    const found = await integrityOf(archive);
    if (found !== integrity) {
      throw new Stop(
        `The package ${spec} is not the expected one: its integrity is ${found}, not ${integrity}.`,
      );
    }
    await mkdir(target, { recursive: true });
    const unpacked = await run(
      'tar',
      ['-xzf', archive, '-C', target, '--strip-components=1', '--no-same-owner'],
      {
        output: 'collect',
      },
    );
    if (unpacked.code !== 0)
      throw new Stop(`The package ${spec} could not be unpacked: ${unpacked.stderr.trim()}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}
