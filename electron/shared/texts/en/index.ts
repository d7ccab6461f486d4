// English: the whole table. A text belongs into the file of its area; both languages have the same keys.

import { activity } from './activity.js';
import { actions } from './actions.js';
import { common } from './common.js';
import { folders } from './folders.js';
import { grid } from './grid.js';
import { main } from './main.js';
import { optionTexts } from './options.js';
import { places } from './places.js';
import { problems } from './problems.js';
import { search } from './search.js';
import { settings } from './settings.js';
import { status } from './status.js';
import { viewer } from './viewer.js';
import { waiting } from './waiting.js';

export const en = {
  ...common,
  ...activity,
  ...folders,
  ...grid,
  ...search,
  ...status,
  ...places,
  ...problems,
  ...viewer,
  ...main,
  ...optionTexts,
  ...settings,
  ...actions,
  ...waiting,
} as const;
