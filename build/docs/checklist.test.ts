// Tests of the table of Electron's security checklist: it has all points, and what is said to hold them exists.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/privacy-and-security.md'), 'utf8');
const [, section = ''] = /## Electron's checklist\n(.*?)\n## /s.exec(text) ?? [];
const rows = [...section.matchAll(/^\| (\d+) +\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm)].map(
  ([, number, point, how, held]) => ({
    number: Number(number),
    ...{ point: point!, how: how!, holders: [...held!.matchAll(/`([^`]+)`/g)].map(([, one]) => one!) },
  }),
);

/** All tests, to look for titles in them. */
const tests = ['build', 'e2e', 'electron', 'renderer']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  )
  .filter((name) => /\.(test|spec)\.tsx?$/.test(name) && !name.endsWith('checklist.test.ts'))
  .map((name) => readFileSync(join(root, name), 'utf8'))
  .join('\n');
const escape = (title: string) => title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const isTest = (title: string) => new RegExp(`\\b(test|it)(\\.\\w+)*\\(\\s*'${escape(title)}'`).test(tests);

describe("the table of Electron's checklist", () => {
  it('has all of its points, each with what is done', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    for (const { point, how, holders } of rows) {
      expect(how.length, point).toBeGreaterThan(1);
      expect(holders.length, point).toBeGreaterThan(0);
    }
  });

  it('names tests and lint rules that there are', async () => {
    const eslint = new ESLint({ cwd: root });
    const { rules } = (await eslint.calculateConfigForFile(join(root, 'electron/main/window.ts'))) as {
      rules: Record<string, readonly unknown[]>;
    };
    const isRule = (name: string) => rules[name]?.[0] === 2;
    const held = [...new Set(rows.flatMap(({ holders }) => holders))];
    expect(held.filter((one) => !isRule(one) && !isTest(one))).toEqual([]);
    expect(isRule('house/no-such-rule') || isTest('no such test')).toBe(false);
    // Words of a title are none.
    expect(isTest('no network request')).toBe(false);
    // Reading ESLint's configuration takes seconds on a busy machine.
  }, 60_000);

  it('the documents lead to it', () => {
    for (const name of ['README.md', 'docs/contributing.md'])
      expect(readFileSync(join(root, name), 'utf8')).toContain('privacy-and-security.md');
  });
});
