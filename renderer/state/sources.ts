// Renderer: where the tests of criteria get what they need to know.

import type { Sources } from './criteria.js';

/** Sources that know of nothing yet: no file is a favourite, has a tag … */
export function createSources(): Sources {
  const none = () => () => false;
  return {
    favourite: none,
    rated: none,
    tagged: none,
    takenBy: none,
    located: none,
    found: none,
    prepare: () => null,
    subscribe: () => () => undefined,
  };
}
