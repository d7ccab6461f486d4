// Runs in main: the calls about options. A page can name no folder and no file: they come from the system's dialog.

import { OPTIONS } from '../../shared/options.js';
import { AppError } from '../../shared/result.js';
import { isPath } from '../options/schema.js';
import type { Options } from '../options/options.js';
import type { CallHandlers } from './handle.js';

type OptionCalls = 'options.list' | 'options.set' | 'options.choosePath';

export function optionHandlers(
  options: Options,
  askForPath: (kind: 'folder' | 'file') => Promise<string | null>,
): Pick<CallHandlers, OptionCalls> {
  return {
    'options.list': () => options.states(),
    'options.set': (name, value) => {
      if (isPath(OPTIONS[name].type) && value !== null) {
        throw new AppError('forbidden', 'A folder or file is chosen in the dialog.');
      }
      options.set(name, value);
      return options.states();
    },
    'options.choosePath': async (name) => {
      const { kind } = OPTIONS[name].type;
      if (kind !== 'folder' && kind !== 'file') throw new AppError('bad-argument', 'This is no path.');
      const path = await askForPath(kind);
      if (path !== null) options.set(name, path);
      return options.states();
    },
  };
}
