// Runs in Node, in every bench: rows as a table for a terminal.

import type { Row } from './row.js';

const HEAD = ['what', 'must', 'aim', 'measured', 'verdict'] as const;

/** The rows as aligned text, notes below. */
export function table(rows: readonly Row[]): string {
  const cells = [
    [...HEAD],
    ...rows.map(({ what, must, aim, measured, verdict }) => [what, must, aim, measured, verdict]),
  ];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  '));
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  const notes = rows.flatMap(({ what, note }) => (note ? [`${what}: ${note}`] : []));
  return [...lines.map((line) => line.trimEnd()), ...(notes.length > 0 ? [''] : []), ...notes].join('\n');
}
