// @ts-check
// Read by ESLint: the rule that keeps the walls of the house. It resolves each relative import to the room it leads
// to, because the text of an import alone does not tell: `../library/x.js` is main's own from main/ipc, another
// room from main.

import { dirname, join, posix, relative, sep } from 'node:path';
import { ROOT } from '../steps/paths.mjs';

const EVERYWHERE = ['electron/shared'];
const NODE = [...EVERYWHERE, 'electron/node'];

/** Who may know whom, besides themselves. */
const MAY_IMPORT = /** @type {Readonly<Record<string, readonly string[]>>} */ ({
  'electron/shared': [],
  'electron/node': EVERYWHERE,
  'electron/preload': EVERYWHERE,
  'electron/main': NODE,
  'electron/library': NODE,
  'electron/thumbnail': NODE,
  renderer: EVERYWHERE,
});

/** Inside main, parts that app.ts wires together and that must not reach for what is above or beside them. */
const INSIDE_MAIN = /** @type {Readonly<Record<string, RegExp>>} */ ({
  'electron/main/library/':
    /^electron\/main\/(thumbnails\/|ipc\/|(app|index|protocol|window|menu|folders)\.)/,
  'electron/main/thumbnails/':
    /^electron\/main\/(library\/|ipc\/|(app|index|protocol|window|menu|folders)\.)/,
  'electron/main/ipc/': /^electron\/main\/(app|index)\./,
});

/**
 * The room of a file, or null for tests and tools, which may know everything.
 * @param {string} file relative to the project, with slashes
 */
function roomOf(file) {
  if (/\.test\.tsx?$/.test(file)) return null;
  return Object.keys(MAY_IMPORT).find((room) => file.startsWith(`${room}/`)) ?? null;
}

/**
 * Why a file may not import another, or null when it may.
 * @param {string} file relative to the project, with slashes
 * @param {string} target the same
 */
export function wallBetween(file, target) {
  const room = roomOf(file);
  if (room === null) return null;
  const inRoom = target.startsWith(`${room}/`);
  if (!inRoom && !MAY_IMPORT[room]?.some((other) => target.startsWith(`${other}/`))) {
    return `${room} must not import ${target}: see "Who may know whom" in docs/architecture.md.`;
  }
  const [, forbidden] = Object.entries(INSIDE_MAIN).find(([part]) => file.startsWith(part)) ?? [];
  return forbidden?.test(target)
    ? `${posix.dirname(file)} must not import ${target}: app.ts wires the two.`
    : null;
}

/** @type {import('eslint').Rule.RuleModule} */
const rooms = {
  meta: { type: 'problem', schema: [], messages: { wall: '{{reason}}' } },
  create(context) {
    const file = relative(ROOT, context.filename).split(sep).join('/');
    /** @param {any} node an import, an export or an import type */
    const check = (node) => {
      const source = node.source?.value ?? node.argument?.literal?.value;
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const target = relative(ROOT, join(dirname(context.filename), source))
        .split(sep)
        .join('/');
      const reason = wallBetween(file, target);
      if (reason) context.report({ node, messageId: 'wall', data: { reason } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

export default { rules: { rooms } };
