// Tests of what the documents say of the window and the log: keys, menus, words on the screen and lines are as they are.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../electron/shared/texts/en/index.js';
import { messagesByKey } from '../../electron/shared/texts/content.js';
import { appMenu } from '../../renderer/commands/app-menu.js';
import { shown } from '../../renderer/commands/keys.js';
import { Commands } from '../../renderer/commands/registry.js';
import { COMMAND_IDS, keysOf } from '../../renderer/commands/table.js';
import { documents } from './documents.js';

const ROOT = join(import.meta.dirname, '../..');
const textOf = (name: string) => documents().find(({ path }) => path.endsWith(name))!.text;

describe('what the documents say of the window', () => {
  it('names keys that mean something', () => {
    const known = new Set(COMMAND_IDS.flatMap((id) => keysOf(id, false).map((key) => shown(key, false))));
    const named = documents()
      .filter(({ path }) => path !== 'README.md' && !path.endsWith('keys.md'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\b(?:Ctrl|Alt)(?:\+(?:Shift|Alt))*\+(?:[A-Z0-9]\b|,)/g)].map(
          ([key]) => `${path} ${key}`,
        ),
      );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((one) => !known.has(one.split(' ').at(-1)!))).toEqual([]);
  });

  it('leads through menus that there are', () => {
    const menu = appMenu(new Commands(), false).map(({ label, items }) => ({
      label: label.replace('&', ''),
      items: items.flatMap((item) => ('label' in item ? [item.label] : [])),
    }));
    const ways = documents().flatMap(({ text }) => [
      ...text.matchAll(/\b([A-Z][a-z]+) > ([A-Z][A-Za-z …]+)/g),
    ]);
    expect(ways.length).toBeGreaterThan(1);
    for (const [way, part, item] of ways) {
      expect(menu.find(({ label }) => label === part)?.items, way).toContain(item!.trim());
    }
  });

  it('the table of views in the README has all places', () => {
    const [, table] = /## Views\n(.*?)\n## /s.exec(textOf('README.md'))!;
    const rows = [...table!.matchAll(/^\| (.+?) +\|/gm)].flatMap(([, names]) => names!.split(', '));
    // Those without a name of their own are there once for all.
    const { folder: _folder, ...others } = en.placeNames as Readonly<Record<string, string>>;
    expect(Object.values(others).filter((name) => !rows.includes(name))).toEqual([]);
  });

  it('quotes words that stand on the screen', () => {
    const words = new Set([...messagesByKey(en).values()].map((message) => JSON.stringify(message)));
    // Words of other programs, and those of the example for one's own.
    const others = ['Report a vulnerability', 'Security', 'Anna and Tom, June 2026'];
    const quoted = documents()
      .filter(({ path }) => !/README|architecture|dependencies|keys/.test(path))
      .flatMap(({ text }) => [...text.replaceAll(/^```text.*?^```/gms, '').matchAll(/"([A-Z][^"\n]+)"/g)])
      .map(([, word]) => word!)
      .filter((word) => !others.includes(word));
    expect(quoted).toContain('Copy diagnostics');
    expect(quoted.filter((word) => !words.has(JSON.stringify(word)))).toEqual([]);
  });

  it('explains every reason for which a tile has no picture', () => {
    const [, table] = /## Why is a thumbnail missing\?\n(.*?)\n## /s.exec(textOf('cache-and-workers.md'))!;
    const explained = [...table!.matchAll(/^\| (.+?) +\|/gm)].map(([, what]) => what!).join(', ');
    for (const reason of Object.values(en.tileReasons)) expect(explained).toContain(reason);
  });
});

describe('the lines in docs/logging.md', () => {
  const code = ['main', 'library', 'thumbnail']
    .flatMap((room) =>
      readdirSync(join(ROOT, 'electron', room), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(ROOT, 'electron', room, name),
      ),
    )
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
  const [, block] = /```text\n(.*?)```/s.exec(textOf('logging.md'))!;

  it.each(block!.trimEnd().split('\n'))('%s', (line) => {
    const [, message] = /^[\d-]+ [\d:]+ - home_gallery\.[a-z]+ - [A-Z]+ - (.+)$/.exec(line)!;
    // Between what differs each time stand words of the code.
    const words = message!
      .split(/\d[\d.]*|\/home\/\S+|[():,]| s\b|…/)
      .map((part) => part.trim())
      .filter((part) => part.length > 2);
    expect(words.length).toBeGreaterThan(0);
    for (const part of words) expect(code, part).toContain(part);
  });
});
