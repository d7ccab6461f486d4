// Tests of the documents: what they name exists, and what is made from the code is up to date.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { shown } from '../../renderer/commands/keys.js';
import { COMMAND_IDS, keysOf } from '../../renderer/commands/table.js';
import { readAsked } from '../../electron/main/config.js';
import { readContent } from '../../electron/shared/texts/content.js';
import { SCHEME_NAMES } from '../../electron/main/schemes.js';
import { OPTION_NAMES, OPTIONS } from '../../electron/shared/options.js';
import { README_SCREENS } from '../../e2e/demo/readme.js';
import { documents, Repository } from './documents.js';
import { MADE_IN, withParts } from './options-table.js';

const ROOT = join(import.meta.dirname, '../..');
const configuration = join(ROOT, 'docs/configuration.md');

describe('made parts', () => {
  it.each(Object.entries(MADE_IN))(
    'of docs/%s are as the code is (npm run docs makes them)',
    async (name, parts) => {
      const file = join(import.meta.dirname, '../../docs', name);
      const text = readFileSync(file, 'utf8');
      for (const part of parts) expect(text).toContain(`<!-- ${part} -->`);
      const config = await resolveConfig(file);
      expect(text).toBe(await format(withParts(text), { ...config, filepath: file }));
    },
  );
});

describe('README.md', () => {
  it('names only keys that mean something', () => {
    const [, section] = /## Keys\n(.*?)\n## /s.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))!;
    const rows = [...section!.matchAll(/^\| (.*?) +\| (?!-)(.*?) +\|$/gm)].slice(1);
    const known = new Set(COMMAND_IDS.flatMap((id) => keysOf(id, false).map((key) => shown(key, false))));
    const arrows: Readonly<Record<string, string>> = { Left: '←', Right: '→', Up: '↑' };
    const named = rows
      .flatMap(([, keys]) => keys!.split(' ').map((key) => key.replace(/,$/, '').replaceAll('`', '')))
      .filter((key) => !/^(or|…|-|\+|wheel|Ctrl|at|(Shift\+)?arrows|Ctrl\+wheel|)$/.test(key))
      .map((key) => key.replace(/(?<=\+)\w+$/, (name) => arrows[name] ?? name));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('the pictures of the README', () => {
  it('are those that the demo makes, and small', () => {
    const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const shownThere = [...text.matchAll(/!\[[^\]]+\]\(docs\/screenshots\/([^)]+)\)/g)].map(
      ([, name]) => name!,
    );
    const made = README_SCREENS.map((name) => `${name}.webp`);
    expect(shownThere.sort()).toEqual([...made].sort());
    const folder = join(ROOT, 'docs/screenshots');
    expect(readdirSync(folder).sort()).toEqual([...made].sort());
    const bytes = made.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    expect(bytes).toBeLessThan(1_000_000);
  });
});

describe('docs/configuration.md', () => {
  it('names every flag and variable', () => {
    const text = readFileSync(configuration, 'utf8');
    for (const name of OPTION_NAMES) {
      const { flag, variable } = OPTIONS[name];
      if (flag !== null) expect(text).toContain(`--${flag}`);
      if (variable !== null) expect(text).toContain(`HOME_GALLERY_${variable}`);
    }
  });

  it('says of every flag what `--help` says', () => {
    const asked = { argv: ['electron', '--help'], env: {}, version: '1', cwd: '/', appPath: '/app' };
    const help = readAsked(asked).print!.replaceAll(/\s+/g, ' ');
    const rows = [
      ...readFileSync(configuration, 'utf8').matchAll(
        /^\| `(--[a-z-]+)(?: (\w+))?` +\| `\w+` +\| (.*?) +\|/gm,
      ),
    ];
    expect(rows.map(([, flag]) => flag)).toEqual(
      OPTION_NAMES.flatMap((name) => (OPTIONS[name].flag === null ? [] : [`--${OPTIONS[name].flag}`])),
    );
    for (const [, flag, operand, about] of rows)
      expect(help).toContain(`${flag}${operand === undefined ? '' : ` <${operand}>`} ${about}`);
  });

  it('shows a content.json that the app takes', () => {
    const [, json] = /```json\n(.*?)```/s.exec(readFileSync(configuration, 'utf8'))!;
    const { words, problems } = readContent(JSON.parse(json!), 'en');
    expect(problems).toEqual([]);
    expect(Object.keys(words)).not.toEqual([]);
  });
});

describe('the documents', () => {
  const repository = new Repository();

  it.each(documents())('$path names only what exists', (document) => {
    expect(repository.complaintsAbout(document)).toEqual([]);
  });

  it('would be caught naming what does not exist', () => {
    const text = `
\`--no-such-flag\` \`HOME_GALLERY_NOTHING\` \`PY_HOME_GALLERY_DEV_URL\` \`_NO_VARIABLE\` \`home-gallery dance\`
\`npm run nothing\` \`electron/main/nothing.ts\` \`renderer/nowhere/\` \`nothing.db\` [x](nothing.md) [y](configuration.md#nothing)

\`\`\`sh
home-gallery sing PATH   # a comment
\`\`\`
`;
    const told = repository.complaintsAbout({ path: 'docs/x.md', text });
    expect(told.map((line) => line.replace('docs/x.md: there is no ', ''))).toEqual([
      'flag --no-such-flag',
      'variable HOME_GALLERY_NOTHING',
      'variable PY_HOME_GALLERY_DEV_URL',
      'variable `_NO_VARIABLE`',
      'command home-gallery sing',
      'command home-gallery dance',
      'command npm run nothing',
      'file electron/main/nothing.ts',
      'file renderer/nowhere/',
      'file nothing.db',
      'link nothing.md',
      'link configuration.md#nothing',
    ]);
  });

  it('would be caught naming what does not exist among other words, or without an ending', () => {
    const wrong = [
      ['npx playwright test --project=app e2e/nowhere.spec.ts', 'file e2e/nowhere.spec.ts'],
      ['npx vitest run electron/nowhere', 'file electron/nowhere'],
      ['.github/workflows/nothing.yml', 'file .github/workflows/nothing.yml'],
      ['electron/nowhere', 'file electron/nowhere'],
      ['node build/nowhere.mjs', 'file build/nowhere.mjs'],
      ['docs/none.png', 'file docs/none.png'],
      ['git frobnicate', 'command git frobnicate'],
    ] as const;
    for (const [span, what] of wrong) {
      const told = repository.complaintsAbout({ path: 'docs/x.md', text: `Run \`${span}\`.` });
      expect(told).toEqual([`docs/x.md: there is no ${what}`]);
    }
    const right = 'npx vitest run electron/main/log electron/main/options build/docs/documents.ts';
    expect(repository.complaintsAbout({ path: 'docs/x.md', text: `\`${right}\`` })).toEqual([]);
  });

  it('draw the processes with requests and events that there are', () => {
    const architecture = documents().find(({ path }) => path.endsWith('architecture.md'))!.text;
    const messages = readFileSync(join(import.meta.dirname, '../../electron/shared/messages.ts'), 'utf8');
    const [, diagram] = /```mermaid\n(.*?)```/s.exec(architecture)!;
    const [, schemes] = /renderer -- "([a-z:/ ]+)" --> main/.exec(diagram!)!;
    expect(schemes!.split(' ')).toEqual(SCHEME_NAMES.map((name) => `${name}://`));
    // Each arrow carries what the process at its end knows: requests there, events back.
    const of = (name: string) => {
      const [, body] = new RegExp(`^export interface ${name} \\{\\n(.*?)^\\}`, 'ms').exec(messages)!;
      return [...body!.matchAll(/^ {2}(\w+): /gm)].map(([, member]) => member!);
    };
    const arrow = (from: string, to: string) => {
      const [, names] = new RegExp(`^ *${from}\\b.*? -- "([a-z, ]+)" --> ${to}\\b`, 'm').exec(diagram!)!;
      return names!.split(', ');
    };
    expect(of('LibraryRequests')).toEqual(expect.arrayContaining(arrow('main', 'library')));
    expect(of('LibraryEvents')).toEqual(expect.arrayContaining(arrow('library', 'main')));
    expect(arrow('main', 'worker')).toEqual(of('ThumbnailRequests'));
    // What starts ffmpeg has an arrow to it.
    for (const [from, file] of [
      ['main', 'main/playing/process.ts'] as const,
      ['worker', 'thumbnail/ffmpeg.ts'] as const,
    ]) {
      expect(readFileSync(join(ROOT, 'electron', file), 'utf8')).toContain('spawn(');
      expect(diagram).toMatch(new RegExp(`^ *${from} -- .* --> ffmpeg`, 'm'));
    }
  });

  it('tell of every room what lint lets it import', () => {
    const architecture = documents().find(({ path }) => path.endsWith('architecture.md'))!.text;
    const rooms = readFileSync(join(import.meta.dirname, '../lint/rooms.mjs'), 'utf8');
    const [, table] = /MAY_IMPORT = .*?\(\{(.*?)\}\)/s.exec(rooms)!;
    const lint = [...table!.matchAll(/^\s+'?([\w/]+)'?: (\[\]|\w+),$/gm)].map(([, room, may]) => [
      room!,
      { '[]': 'nothing', EVERYWHERE: 'shared', NODE: 'shared, node' }[may!],
    ]);
    const told = [
      ...architecture.matchAll(/^\| `([\w/]+)` +\| .*\| (nothing|shared|shared, node) +\|$/gm),
    ].map(([, room, may]) => [room!, may!]);
    expect(new Map(told as [string, string][])).toEqual(new Map(lint as [string, string][]));
  });
});
