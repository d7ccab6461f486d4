// Runs in main: the options of this run from what was forced and what is saved, and back into what is saved.

import type { Settings } from '../settings.js';
import { Options } from './options.js';
import { readSaved, readUnknown, type ForcedOptions } from './resolve.js';

/**
 * The options of this run. What is saved and cannot be used is lost with the first change, so the settings are copied then;
 * what this version does not know is carried along.
 * @param unusable gets the names of saved values that cannot be used
 */
export function openOptions(
  forced: ForcedOptions,
  settings: Pick<Settings, 'value' | 'update' | 'keepCopy'>,
  unusable: string[],
): Options {
  const kept = settings.value.options;
  const saved = readSaved(kept, unusable);
  const unknown = readUnknown(kept);
  let isKept = unusable.length === 0;
  return new Options(forced, saved, (changed) => {
    if (!isKept) settings.keepCopy();
    isKept = true;
    settings.update({ options: { ...unknown, ...changed } });
  });
}
