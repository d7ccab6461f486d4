// Runs in main: the calls about options. A page can name no folder: it comes from the system's dialog.

import { OPTIONS } from '../../shared/options.js';
import { AppError } from '../../shared/result.js';
import type { Options } from '../options/options.js';
import type { CallHandlers } from './handle.js';

type OptionCalls = 'options.list' | 'options.set' | 'options.chooseFolder';

export function optionHandlers(
  options: Options,
  askForFolder: () => Promise<string | null>,
): Pick<CallHandlers, OptionCalls> {
  return {
    'options.list': () => options.states(),
    'options.set': (name, value) => {
      if (OPTIONS[name].type.kind === 'folder' && value !== null) {
        throw new AppError('forbidden', 'A folder is chosen in the dialog.');
      }
      options.set(name, value);
      return options.states();
    },
    'options.chooseFolder': async (name) => {
      if (OPTIONS[name].type.kind !== 'folder') throw new AppError('bad-argument', 'This is no folder.');
      const folder = await askForFolder();
      if (folder !== null) options.set(name, folder);
      return options.states();
    },
  };
}
