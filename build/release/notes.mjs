// @ts-check
// `node build/release/notes.mjs v1.2.3`: what a release says about itself, the section of its version in CHANGELOG.md. Ends
// with code 1 when there is none, when it is still called unreleased, or when package.json names another version: a tag that was set
// too early.

import { readFileSync } from 'node:fs';
import { inRoot } from '../steps/paths.mjs';
import { runScript, Stop } from '../steps/say.mjs';

/**
 * Throws a {@link Stop} when there is nothing to say about it.
 * @param {string} changelog
 * @param {string} version
 * @param {{ released: boolean }} [wanted] whether the section must be finished
 */
export function notesOf(changelog, version, { released } = { released: false }) {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((one) => one.split(/\s/, 1)[0] === version);
  const text = section?.slice(section.indexOf('\n')).trim();
  if (!text) throw new Stop(`CHANGELOG.md says nothing about ${version}.`);
  if (released && /^.*\(unreleased\)/i.test(section ?? ''))
    throw new Stop(`CHANGELOG.md still calls ${version} unreleased: put its day there.`);
  return `${text}\n`;
}

/**
 * The version that a tag stands for.
 * @param {string} tag
 * @param {string} packaged version in package.json
 */
export function versionOf(tag, packaged) {
  if (tag !== `v${packaged}`) throw new Stop(`The tag is ${tag}, but package.json says ${packaged}.`);
  return packaged;
}

if (process.argv[1] === import.meta.filename) {
  await runScript(() => {
    const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const changelog = readFileSync(inRoot('CHANGELOG.md'), 'utf8');
    const tagged = versionOf(process.argv[2] ?? '', version);
    process.stdout.write(notesOf(changelog, tagged, { released: true }));
    return Promise.resolve();
  });
}
