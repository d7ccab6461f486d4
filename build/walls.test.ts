// Runs in Node: proves with the real ESLint configuration that each wall of the house holds, and that what
// stands beside it is free. A wall that nobody tries is a wall that may have fallen.

import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

// The walls need no types, and without them a snippet is linted in a moment.
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });

/** Names of the rules that complain about a snippet, were it in that file. */
async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  expect(result?.messages.filter(({ fatal }) => fatal)).toEqual([]);
  const unrelated = new Set([
    '@typescript-eslint/no-unused-vars',
    '@typescript-eslint/no-unused-expressions',
  ]);
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? '').filter((rule) => !unrelated.has(rule));
}

interface Wall {
  rule: string;
  code: string;
  refused: string[];
  allowed: string[];
}

const rooms = (code: string, refused: string[], allowed: string[]): Wall => ({
  rule: 'house/rooms',
  code,
  refused,
  allowed,
});

describe.each<Wall>([
  rooms(
    "import { x } from '../node/x.js'; x();",
    ['electron/shared/a.ts', 'electron/preload/a.ts', 'renderer/a.ts'],
    ['electron/main/a.ts', 'electron/library/a.ts', 'electron/thumbnail/a.ts', 'electron/node/a.ts'],
  ),
  rooms("import { x } from '../shared/x.js'; x();", [], ['electron/main/a.ts', 'electron/preload/a.ts']),
  rooms("import { x } from '../../electron/shared/x.js'; x();", [], ['renderer/state/a.ts']),
  rooms(
    "import { x } from '../../electron/main/x.js'; x();",
    ['renderer/state/a.ts'],
    ['renderer/state/a.test.ts'],
  ),
  rooms("import { x } from '../library/x.js'; x();", ['electron/main/a.ts', 'electron/thumbnail/a.ts'], []),
  rooms("import { x } from '../main/x.js'; x();", ['electron/library/a.ts', 'electron/node/a.ts'], []),
  rooms("import type { X } from '../main/x.js'; export type Y = X;", ['electron/thumbnail/a.ts'], []),
  rooms("export * from '../main/x.js';", ['electron/library/a.ts'], []),
  rooms("export const x = import('../main/x.js');", ['electron/library/a.ts'], []),
  rooms("export type X = import('../main/x.js').X;", ['electron/library/a.ts'], []),
  rooms(
    "import { x } from '../thumbnails/x.js'; x();",
    ['electron/main/library/a.ts'],
    ['electron/main/ipc/a.ts'],
  ),
  rooms(
    "import { x } from '../library/x.js'; x();",
    ['electron/main/thumbnails/a.ts'],
    ['electron/main/library/a.ts'],
  ),
  rooms("import { x } from '../app.js'; x();", ['electron/main/library/a.ts', 'electron/main/ipc/a.ts'], []),
  {
    rule: 'no-restricted-imports',
    code: "import { request } from 'node:https'; request('https://example.org');",
    refused: [
      'electron/main/a.ts',
      'electron/main/updates/updates.ts',
      'electron/node/a.ts',
      'renderer/a.ts',
    ],
    allowed: ['electron/main/updates/updater.ts'],
  },
  {
    rule: 'no-restricted-imports',
    code: "import { net } from 'electron'; net.request('https://example.org');",
    refused: ['electron/main/updates/updater.ts', 'electron/main/a.ts'],
    allowed: [],
  },
  {
    rule: 'no-restricted-imports',
    code: "import { ipcMain } from 'electron'; ipcMain.on('x', () => undefined);",
    refused: ['electron/main/a.ts', 'electron/main/ipc/send.ts', 'electron/preload/a.ts', 'renderer/a.ts'],
    allowed: ['electron/main/ipc/handle.ts'],
  },
  {
    rule: 'no-restricted-imports',
    code: "import * as electron from 'electron'; electron.app.quit();",
    refused: ['electron/main/a.ts', 'electron/library/a.ts'],
    allowed: ['e2e/a.ts'],
  },
  {
    rule: 'no-restricted-imports',
    code: "import { app } from 'electron'; app.quit();",
    refused: ['electron/library/a.ts', 'electron/thumbnail/a.ts', 'electron/node/a.ts', 'renderer/a.tsx'],
    allowed: ['electron/main/a.ts', 'electron/main/a.test.ts'],
  },
  {
    rule: 'no-restricted-imports',
    code: "import { join } from 'node:path'; join('a');",
    refused: ['electron/shared/a.ts', 'electron/preload/a.ts', 'renderer/a.ts'],
    allowed: ['electron/main/a.ts', 'electron/library/a.ts', 'renderer/a.test.ts'],
  },
  {
    rule: 'no-restricted-imports',
    code: "import { z } from 'zod'; z.string();",
    refused: ['electron/shared/a.ts'],
    allowed: ['electron/main/a.ts'],
  },
  ...['node:http', 'https', 'node:net', 'node:dgram', 'node:tls', 'node:http2', 'node:dns/promises'].map(
    (name) => ({
      rule: 'no-restricted-imports',
      code: `import * as network from '${name}'; network.x();`,
      refused: [
        'electron/main/a.ts',
        'electron/library/a.ts',
        'electron/thumbnail/a.ts',
        'electron/main/ipc/handle.ts',
      ],
      allowed: ['build/a.mjs'],
    }),
  ),
  {
    rule: 'no-restricted-syntax',
    code: "export const network = import('node:http');",
    refused: [
      'electron/main/a.ts',
      'electron/library/a.ts',
      'renderer/gallery.ts',
      'electron/main/ipc/send.ts',
    ],
    allowed: [],
  },
  ...["fetch('app://x');", "new WebSocket('ws://x');", 'new XMLHttpRequest();', "new EventSource('x');"].map(
    (code) => ({
      rule: 'no-restricted-globals',
      code,
      refused: ['electron/main/a.ts', 'electron/library/a.ts', 'renderer/a.tsx', 'renderer/gallery.ts'],
      allowed: ['e2e/a.ts'],
    }),
  ),
  // The app's shortcuts are with Cmd on macOS.
  ...["'Control+A'", '`Control+${name}`', "['Control']"].map((keys) => ({
    rule: 'no-restricted-syntax',
    code: `export const keys = (name: string) => [name, ${keys}];`,
    refused: ['e2e/a.spec.ts', 'bench/library/a.ts'],
    allowed: ['renderer/commands/table.ts'],
  })),
  {
    rule: 'no-restricted-properties',
    code: "globalThis.fetch('app://x');",
    refused: ['electron/main/a.ts', 'renderer/a.ts'],
    allowed: [],
  },
  {
    rule: 'no-restricted-syntax',
    code: "export const f = (w) => w.webContents.send('x');",
    refused: ['electron/main/a.ts', 'electron/main/ipc/handle.ts'],
    allowed: ['electron/main/ipc/send.ts'],
  },
  {
    rule: 'no-restricted-syntax',
    code: 'export const api = window.gallery;',
    refused: ['renderer/a.ts', 'renderer/views/a.tsx'],
    allowed: ['renderer/gallery.ts'],
  },
  {
    rule: 'no-console',
    code: "console.log('x');",
    refused: ['electron/main/a.ts', 'electron/thumbnail/a.ts', 'renderer/a.tsx'],
    allowed: ['build/a.mjs', 'e2e/a.ts'],
  },
  {
    rule: 'max-lines',
    code: 'void 0;\n'.repeat(301),
    refused: ['electron/main/a.ts', 'e2e/a.ts'],
    allowed: [],
  },
  { rule: 'max-lines', code: 'void 0;\n'.repeat(299), refused: [], allowed: ['electron/main/a.ts'] },
])('$rule: $code', ({ rule, code, refused, allowed }) => {
  if (refused.length > 0) {
    it.each(refused)('is refused in %s', async (file) => {
      expect(await complaints(file, code)).toContain(rule);
    });
  }
  if (allowed.length > 0) {
    it.each(allowed)('is free in %s', async (file) => {
      expect(await complaints(file, code)).not.toContain(rule);
    });
  }
});

it('promises that nobody waits for are refused', async () => {
  // That rule needs types, so only its place in the configuration is looked at.
  const real = new ESLint({ cwd: root });
  for (const file of ['electron/main/a.ts', 'renderer/a.tsx', 'build/a.mjs']) {
    const config = (await real.calculateConfigForFile(join(root, file))) as {
      rules: Record<string, unknown[]>;
    };
    expect(config.rules['@typescript-eslint/no-floating-promises']?.[0]).toBe(2);
  }
});
