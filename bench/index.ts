// Runs in Node, started by `npm run bench`: runs the parts that are named, or all, prints a table for each, writes
// results/PART.json, and fails when something that must hold does not.
//   npm run bench -- library          one part
//   npm run bench -- library --quick  less of everything, to try the bench itself; judges nothing

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { gallery } from './gallery/index.js';
import { library } from './library/index.js';
import { thumbnails } from './thumbnails/index.js';
import type { Part } from './part.js';
import { failing, notMeasured, type Row } from './row.js';
import { table } from './table.js';

const PARTS: Readonly<Record<string, Part>> = { library, gallery, thumbnails };
const RESULTS = join(import.meta.dirname, 'results');

function machine() {
  const [cpu] = cpus();
  return {
    processor: `${cpus().length} x ${cpu?.model ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    /** Over one minute; above half the processors, what follows is noise. */
    load: loadavg()[0],
  };
}

async function runPart(name: string, quick: boolean): Promise<Row[]> {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), `home-gallery-bench-${name}-`)));
  const before = machine();
  const rows: Row[] = [];
  console.log(`\n${name}: ${before.processor}, ${before.memory}, load ${before.load?.toFixed(1)}`);
  try {
    const say = (message: string) => console.log(`  ${message}`);
    await PARTS[name]!({ quick, scratch, say }, (row) => {
      rows.push(row);
      say(`${row.what}: ${row.measured} (${row.verdict})`);
    });
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    rows.push({ ...notMeasured('the rest', '-', '-', reason), verdict: 'missed' });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${name}${quick ? '-quick' : ''}.json`);
  const result = { part: name, quick, at: new Date().toISOString(), before, after: machine(), rows };
  writeFileSync(file, JSON.stringify(result, null, 2));
  console.log(`\n${table(rows)}\n\nWritten: ${relative(process.cwd(), file)}`);
  return rows;
}

async function bench(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    console.error(
      `There is no bench named ${unknown.join(', ')}; there are: ${Object.keys(PARTS).join(', ')}`,
    );
    return 2;
  }
  const rows: Row[] = [];
  for (const name of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
    rows.push(...(await runPart(name, values.quick)));
  }
  const missed = failing(rows);
  for (const { what, measured, must, verdict, note } of missed) {
    console.log(
      verdict === 'missed'
        ? `Missed: ${what}: ${measured}, must ${must}`
        : `Not measured: ${what}, must ${must}: ${note ?? ''}`,
    );
  }
  if (values.quick && missed.length > 0) console.log('A quick run does not count.');
  return missed.length > 0 && !values.quick ? 1 : 0;
}

process.exitCode = await bench();
