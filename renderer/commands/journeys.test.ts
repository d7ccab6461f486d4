// Every command is given in an end-to-end test that then looks what has become of it, and every button that tests can name is
// pressed in one: the sources are read for that.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { COMMAND_IDS, type CommandId } from './table.js';

/**
 * Pressed elsewhere: the menu of the system hears them (e2e/look.spec.ts, e2e/views.spec.ts, e2e/window.spec.ts), and main opens the log
 * (e2e/logs.spec.ts).
 */
const ELSEWHERE: readonly CommandId[] = ['fullScreen', 'closeWindow', 'minimize', 'quit', 'openLog'];
/** The specs in which commands are given: an update needs a place that has one. */
const SPECS = /(commands-[a-z]+|updates)\.spec\.ts$/;

const project = join(import.meta.dirname, '../..');
const isCommand = (text: string): text is CommandId => (COMMAND_IDS as readonly string[]).includes(text);

function parsed(path: string): ts.SourceFile {
  const text = readFileSync(path, 'utf8');
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** With what several of them have in common: the screens that are looked at are opened and left by hand, too. */
const specs = readdirSync(join(project, 'e2e'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => parsed(join(project, 'e2e', name)));

function each(node: ts.Node, visit: (inner: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => each(child, visit));
}

/** The commands that a spec gives and looks after: something is expected before another one is given. */
function lookedAfter(spec: ts.SourceFile): Set<CommandId> {
  const found = new Set<CommandId>();
  const constants = new Map<string, ts.Expression>();
  each(spec, (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      constants.set(node.name.text, node.initializer);
  });
  /** Helpers of the spec that look by themselves. */
  const looks = (node: ts.Node): boolean => {
    const words = node.getText().match(/\w+(?=\()/g) ?? [];
    const own = (word: string) =>
      constants.get(word)?.getText() ??
      spec.statements.find((one) => ts.isFunctionDeclaration(one) && one.name?.text === word)?.getText();
    return /\bexpect\b/.test(node.getText()) || words.some((word) => /\bexpect\b/.test(own(word) ?? ''));
  };
  /** What a list or a table names, wherever it stands. */
  const named = (expression: ts.Expression): CommandId[] => {
    const ids: CommandId[] = [];
    each(expression, (node) => {
      if ((ts.isStringLiteral(node) || ts.isIdentifier(node)) && isCommand(node.text)) ids.push(node.text);
      const constant = ts.isIdentifier(node) ? constants.get(node.text) : undefined;
      if (constant && ts.isIdentifier(node) && /^[A-Z]+$/.test(node.text)) ids.push(...named(constant));
    });
    return ids;
  };
  const given = (statement: ts.Statement): CommandId[] => {
    const ids: CommandId[] = [];
    if (!ts.isExpressionStatement(statement) && !ts.isIfStatement(statement)) return ids;
    each(statement, (node) => {
      if (!ts.isCallExpression(node)) return;
      for (const argument of node.arguments) {
        if (ts.isStringLiteral(argument) && isCommand(argument.text)) ids.push(argument.text);
        if (!ts.isIdentifier(argument)) continue;
        for (let around: ts.Node = node; around !== spec; around = around.parent)
          if (ts.isForOfStatement(around) && around.initializer.getText().includes(argument.text))
            ids.push(...named(around.expression));
      }
    });
    // Not what is only asked about it.
    return /^await expect\b/.test(statement.getText()) ? [] : ids;
  };
  each(spec, (block) => {
    if (!ts.isBlock(block)) return;
    let last: CommandId[] = [];
    for (const statement of block.statements) {
      const ids = given(statement);
      if (ids.length > 0) last = ids;
      if (!looks(statement)) continue;
      for (const id of last) found.add(id);
      last = [];
    }
  });
  return found;
}

it('every command is given in an end-to-end test, which looks what has become of it', () => {
  const done = specs.filter(({ fileName }) => SPECS.test(fileName)).map((spec) => lookedAfter(spec));
  const missing = COMMAND_IDS.filter((id) => !done.some((ids) => ids.has(id)));
  expect(missing.filter((id) => !ELSEWHERE.includes(id))).toEqual([]);
});

/** The names of buttons: of what is clicked, and of what opens something. */
function buttonsIn(file: string): string[] {
  const names: string[] = [];
  each(parsed(file), (node) => {
    if (!ts.isJsxOpeningElement(node) && !ts.isJsxSelfClosingElement(node)) return;
    const attributes = new Map(
      node.attributes.properties
        .filter((one) => ts.isJsxAttribute(one))
        .map((one) => [one.name.getText(), one.initializer]),
    );
    const name = attributes.get('data-testid');
    const pressed = attributes.has('onClick') || /Trigger$|Button$|^BarMenu$/.test(node.tagName.getText());
    if (pressed && name && ts.isStringLiteral(name)) names.push(name.text);
  });
  return names;
}

it('every button that tests can name is pressed in an end-to-end test', () => {
  const names = readdirSync(join(project, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
    .flatMap((name) => buttonsIn(join(project, 'renderer', name)));
  expect(names.length).toBeGreaterThan(40);
  const texts = specs.map((spec) => spec.getText());
  const isPressed = (name: string) =>
    texts.some((text) => {
      const asked = `(getByTestId\\('|data-testid=")${name}['"]`;
      const kept = [...text.matchAll(new RegExp(`const (\\w+) =[^;]*${asked}`, 'g'))].map(([, own]) => own!);
      return [asked, ...kept.map((own) => `\\b${own}`), `\\b(?=click\\('${name}'\\))`].some((what) =>
        new RegExp(`${what}[^;]*?(\\.|\\b)(dblclick|click|press)\\(`).test(text),
      );
    });
  expect(names.filter((name) => !isPressed(name))).toEqual([]);
});
