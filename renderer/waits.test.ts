// Whoever asks another process says so when that takes a while: by a notice, or where the answer will stand. The sources are read,
// because a call that nobody looks after is seen by no table. What the commands say is tried in commands/slow.test.ts.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { CALL_NAMES } from '../electron/shared/contract.js';

/** What says that something goes on, and is given the work. */
const SAYING = ['during', 'duringFrom', 'watch', 'Question'];

/** Calls that nobody waits for, or that are told of otherwise, by file; why. */
const OTHERWISE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'main.tsx': { 'texts.own': 'the window is not drawn yet' },
  'usePainted.ts': { 'app.painted': 'nobody waits' },
  'commands/useCommands.ts': { 'updates.status': 'the settings say it' },
  'commands/useAppMenu.ts': { 'menu.set': 'nobody waits' },
  'state/app.ts': {
    'roots.list': 'the window is not drawn yet',
    'thumbnails.status': 'nobody waits',
    'thumbnails.failures': 'nobody waits',
    'thumbnails.placeholders': 'nobody waits',
    'library.problems': 'nobody waits',
  },
  'state/carried-show.ts': { 'options.list': 'nobody waits', 'options.set': 'nobody waits' },
  'state/duplicates.ts': { 'library.duplicates': 'the place says that files are being compared' },
  'state/library.ts': {
    'library.listing': 'the place says that folders are being read',
    'library.listingRest': 'the place says that folders are being read',
  },
  'state/marks.ts': { 'marks.list': 'nobody waits', 'marks.set': 'who changes marks says so' },
  'state/opened.ts': { 'roots.takeOpened': 'nobody waits', 'roots.visited': 'nobody waits' },
  'state/thumbnail-wishes.ts': { 'thumbnails.want': 'the tiles say it' },
  'views/Activity/CachesPart.tsx': { 'activity.cache': 'the place of the entries says it' },
  'views/Activity/LogPart.tsx': { 'activity.log': 'the place of the lines says it' },
  'views/Activity/useActivity.ts': { 'activity.snapshot': 'the view says it' },
  'views/Home/useTakenBy.ts': { 'library.facets': 'more comes to what stands there' },
  'views/Settings/OptionRow.tsx': { 'options.choosePath': 'the dialog of the system is open' },
  'views/Viewer/Fewer.tsx': { 'library.problems': 'the reason comes to a sentence that stands there' },
  'views/Viewer/useOrientation.ts': { 'library.details': 'the stage says that the picture is coming' },
  'views/Viewer/useSlideshow.ts': { 'app.keepAwake': 'nobody waits' },
  'views/Viewer/useViewed.ts': { 'thumbnails.view': 'nobody waits' },
};

const names: ReadonlySet<string> = new Set(CALL_NAMES);
const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|testing|^gallery\.ts$/.test(name));

/** The last name of what is called. */
const calledName = ({ expression }: ts.CallExpression | ts.NewExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();

/** What main is asked for, as it is written; null where something else is called. */
function askedFor(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { name, expression } = node.expression;
  if (name.text === 'dropFolders' && /gallery$/.test(expression.getText())) return name.text;
  const [first] = node.arguments;
  if (name.text !== 'call' || first === undefined) return null;
  if (ts.isStringLiteral(first)) return names.has(first.text) ? first.text : null;
  return /gallery$/.test(expression.getText()) ? first.getText() : null;
}

/** Whether a node stands in the arguments of what says that something goes on. */
function isGiven(node: ts.Node): boolean {
  for (let one = node; one.parent; one = one.parent) {
    const { parent } = one;
    if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) continue;
    if (one !== parent.expression && SAYING.includes(calledName(parent))) return true;
  }
  return false;
}

/** The same, when the work has a name first. */
function isNamedAndGiven(node: ts.Node, source: ts.SourceFile): boolean {
  let one = node.parent;
  while (!ts.isVariableDeclaration(one) && !ts.isStatement(one) && !ts.isFunctionLike(one)) one = one.parent;
  if (!ts.isVariableDeclaration(one)) return false;
  const work = one.name.getText();
  let given = false;
  const visit = (other: ts.Node): void => {
    if (ts.isIdentifier(other) && other.text === work && isGiven(other)) given = true;
    ts.forEachChild(other, visit);
  };
  visit(source);
  return given;
}

function silentCalls(name: string): string[] {
  const text = readFileSync(join(import.meta.dirname, name), 'utf8');
  const found: string[] = [];
  if (!/\.call[<(]|dropFolders/.test(text)) return found;
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    const asked = askedFor(node);
    if (asked !== null && !isGiven(node) && !isNamedAndGiven(node, source)) found.push(asked);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it('nobody waits for an answer without being told', () => {
  const silent = sources.flatMap((name) => silentCalls(name).map((call) => [name, call] as const));
  expect(silent.filter(([name, call]) => OTHERWISE[name]?.[call] === undefined)).toEqual([]);
  // Nor is anything excused that is looked after, or is there no more.
  const known = Object.entries(OTHERWISE).flatMap(([name, calls]) =>
    Object.keys(calls).map((call) => `${name} ${call}`),
  );
  expect(known.filter((one) => !silent.some(([name, call]) => one === `${name} ${call}`))).toEqual([]);
});
