// Tests of what is installed: each package is pinned by version and content, wherever it is fetched from, and no code of a
// package runs at its installation but that which is allowed by name.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowedScripts } from './steps/install.mjs';

const read = (name: string) => readFileSync(join(import.meta.dirname, '..', name), 'utf8');

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}
const lock = JSON.parse(read('package-lock.json')) as {
  lockfileVersion: number;
  packages: Record<string, Locked>;
};
const own = JSON.parse(read('package.json')) as Record<string, Record<string, string | boolean>>;
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

describe('the lock file', () => {
  it('has the form that every npm we support writes', () => expect(lock.lockfileVersion).toBe(3));

  it('pins the content of each package, and no place to fetch it from', () => {
    expect(packages.length).toBeGreaterThan(100);
    for (const [path, { version, integrity, resolved, link }] of packages) {
      expect(version, path).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?(\+[\w.]+)?$/);
      expect(integrity, path).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
      // Everybody's npm asks the registry it is set to; the content has to be the same.
      expect([resolved, link], path).toEqual([undefined, undefined]);
    }
  });
});

describe('package.json', () => {
  it.each(['dependencies', 'optionalDependencies', 'devDependencies'])('names exact versions: %s', (kind) => {
    for (const [name, version] of Object.entries(own[kind]!)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });
});

describe('install scripts', () => {
  const listed = own['allowScripts']!;
  const bare = (key: string) => key.replace(/(?<=.)@[^@/]*$/, '');
  const having = packages.filter(([, { hasInstallScript }]) => hasInstallScript);

  it('are decided upon one by one', () => {
    const names = [...new Set(having.map(([path]) => nameOf(path)))];
    expect(Object.keys(listed).map(bare).sort()).toEqual(names.sort());
  });

  it('run only where it is allowed, and only those of the version that was looked at', async () => {
    const allowed = Object.keys(listed).filter((key) => listed[key] === true);
    expect(await allowedScripts()).toEqual(allowed.map(bare));
    for (const key of allowed) {
      const locked = having.filter(([path]) => nameOf(path) === bare(key));
      expect(locked.map(([path, { version }]) => `${nameOf(path)}@${version}`)).toEqual([key]);
    }
    // One that fails is left out, so that none may be needed.
    for (const key of allowed) expect(own['optionalDependencies']).toHaveProperty([bare(key)]);
  });

  it('have their reasons in the documents', () => {
    const [, section = ''] = /## Install scripts\n(.*?)(?=\n## |$)/s.exec(read('docs/dependencies.md')) ?? [];
    const rows = [...section.matchAll(/^\| (\S+) +\| (run|not run) +\| \S.+\|$/gm)].map(([, name, run]) => [
      name!,
      run!,
    ]);
    const decided = Object.entries(listed).map(([key, run]) => [bare(key), run === true ? 'run' : 'not run']);
    expect(rows.sort()).toEqual(decided.sort());
  });
});

it('every package that package.json names has its reason in the documents', () => {
  const rows = [...read('docs/dependencies.md').matchAll(/^\| ([^|]+?) +\|/gm)].flatMap(([, names]) =>
    names!.replace(/ \(.*?\)/g, '').split(', '),
  );
  const tells = (name: string) =>
    rows.some((row) => row === name || (row.endsWith('/*') && name.startsWith(row.slice(0, -1))));
  const named = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) =>
    Object.keys(own[kind] ?? {}),
  );
  expect(named.filter((name) => !tells(name))).toEqual([]);
});
