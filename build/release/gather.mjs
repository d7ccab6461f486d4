// @ts-check
// `node build/release/gather.mjs FROM TO`: puts together what six machines have built, each in a folder of its own in FROM:
// all packages, one description of updates for each system, and their checksums. Ends with code 1 when a package is missing.

import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { runScript, say, Stop } from '../steps/say.mjs';

const PACKAGE = /\.(dmg|zip|exe|AppImage|deb|tar\.gz)$/;
const FEED = /^latest.*\.yml$/;
export const CHECKSUMS = 'SHA256SUMS.txt';

/** Endings of what each system makes, and how electron-builder names processors in each. */
const SYSTEMS =
  /** @type {Readonly<Record<string, readonly [endings: readonly string[], archs: readonly string[]]>>} */ ({
    mac: [
      ['.dmg', '.zip'],
      ['x64', 'arm64'],
    ],
    win: [
      ['-setup.exe', '-portable.exe'],
      ['x64', 'arm64'],
    ],
  });
const LINUX = ['x86_64.AppImage', 'arm64.AppImage', 'amd64.deb', 'arm64.deb', 'x64.tar.gz', 'arm64.tar.gz'];

/** Every package that a release has. @param {string} version */
export function packagesOf(version) {
  const named = Object.entries(SYSTEMS).flatMap(([system, [endings, archs]]) =>
    archs.flatMap((arch) => endings.map((ending) => `${system}-${arch}${ending}`)),
  );
  return [...named, ...LINUX.map((ending) => `linux-${ending}`)].map(
    (rest) => `home-gallery-${version}-${rest}`,
  );
}

/**
 * One description of updates from those of several machines, which each name only their own packages.
 * @param {readonly string[]} texts YAML
 */
export async function mergeFeeds(texts) {
  const { parse, stringify } = await import('yaml');
  const feeds = texts.map((text) => parse(text));
  const [first] = feeds;
  if (feeds.some(({ version }) => version !== first.version)) {
    throw new Stop(
      `The machines have built different versions: ${feeds.map(({ version }) => version).join(', ')}`,
    );
  }
  /** @type {Map<string, object>} */
  const files = new Map();
  for (const feed of feeds) for (const file of feed.files) files.set(file.url, file);
  // `path` is for versions that knew one kind of processor only.
  const old = feeds.find(({ path }) => path.includes('x64')) ?? first;
  return stringify({ ...first, files: [...files.values()], path: old.path, sha512: old.sha512 });
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string} version
 * @returns {Promise<string[]>} names of what lies in `to`
 */
export async function gather(from, to, version) {
  await mkdir(to, { recursive: true });
  const found = (await readdir(from, { recursive: true })).map((name) => join(from, name));
  /** @type {Map<string, string[]>} */
  const feeds = new Map();
  const packages = new Set();
  for (const file of found) {
    const name = basename(file);
    if (FEED.test(name)) feeds.set(name, [...(feeds.get(name) ?? []), await readFile(file, 'utf8')]);
    else if (PACKAGE.test(name) || name.endsWith('.blockmap')) {
      await cp(file, join(to, name), { errorOnExist: true, force: false });
      packages.add(name);
    }
  }
  const missing = packagesOf(version).filter((name) => !packages.has(name));
  if (missing.length > 0) throw new Stop(`These packages are missing:\n  ${missing.join('\n  ')}`);
  for (const [name, texts] of feeds) await writeFile(join(to, name), await mergeFeeds(texts));
  const names = [...packages, ...feeds.keys()].sort();
  const sums = await Promise.all(names.map(async (name) => `${await sha256(join(to, name))}  ${name}\n`));
  await writeFile(join(to, CHECKSUMS), sums.join(''));
  return [...names, CHECKSUMS];
}

/** @param {string} file */
async function sha256(file) {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    const [from, to] = process.argv.slice(2);
    if (!from || !to) throw new Stop('Name the folder with what was built, and one for the result.');
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    const names = await gather(resolve(from), resolve(to), version);
    say(`Gathered: ${names.join(', ')}`);
  });
}
