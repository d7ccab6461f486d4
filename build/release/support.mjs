// @ts-check
// `npm run support`: until when the pinned Electron gets security fixes. Works without a network, from the dates below; with
// `--date YYYY-MM-DD` for another day than today. Ends with code 1 when the support is over: nothing is to be released then.

import { parseArgs } from 'node:util';
import { runScript, say, Stop, warn } from '../steps/say.mjs';
import { versions } from './versions.mjs';

/** When major versions of Electron came out: whoever moves to a new one adds its line. */
export const RELEASED = /** @type {Readonly<Record<number, string>>} */ ({
  42: '2026-05-06',
  43: '2026-07-01',
  44: '2026-08-25',
  45: '2026-10-21',
});
/** Electron's makers look after the newest three, and bring out one every eight weeks. */
const SUPPORTED = 3;
const DAY = 86_400_000;
const CADENCE = 56 * DAY;
/** Days before the end from which on it is time to move. */
const SOON = 28;

/**
 * @typedef {object} Support
 * @property {number} major
 * @property {string} until first day without support, as ISO 8601 has it
 * @property {boolean} estimated whether the version that ends it is not out yet, as far as is known here
 * @property {number} daysLeft negative when it is over
 */

/**
 * @param {string} electron version
 * @param {string} today ISO 8601
 * @param {Readonly<Record<number, string>>} released
 * @returns {Support} Throws a {@link Stop} when nothing is known of that version
 */
export function supportOf(electron, today, released = RELEASED) {
  const major = Number(electron.split('.')[0]);
  const newest = Math.max(...Object.keys(released).map(Number));
  if (!(major in released)) {
    throw new Stop(`When did Electron ${major}.0.0 come out? Add its line to build/release/support.mjs.`);
  }
  const ending = major + SUPPORTED;
  const known = released[ending];
  const end = known ? Date.parse(known) : Date.parse(released[newest] ?? '') + (ending - newest) * CADENCE;
  return {
    major,
    until: new Date(end).toISOString().slice(0, 10),
    estimated: known === undefined,
    daysLeft: Math.round((end - Date.parse(today)) / DAY),
  };
}

/**
 * What there is to say about it; throws a {@link Stop} when the support is over.
 * @param {Support} support
 */
export function describe({ major, until, estimated, daysLeft }) {
  const how = estimated
    ? `until about ${until} (estimated: Electron ${major + SUPPORTED} ends it, a new one comes every eight weeks)`
    : `until ${until}, when Electron ${major + SUPPORTED} came out`;
  if (daysLeft <= 0)
    throw new Stop(`Electron ${major} got security fixes ${how}: move to a newer one first.`);
  return `Electron ${major} gets security fixes ${how}: ${daysLeft} days.`;
}

if (process.argv[1] === import.meta.filename) {
  await runScript(() => {
    const { values } = parseArgs({ options: { date: { type: 'string' } } });
    const today = values.date ?? new Date().toISOString().slice(0, 10);
    if (Number.isNaN(Date.parse(today))) throw new Stop('A date is written like 2026-11-25.');
    const support = supportOf(versions().electron, today);
    const tell = support.daysLeft <= SOON ? warn : say;
    tell(describe(support));
    return Promise.resolve();
  });
}
