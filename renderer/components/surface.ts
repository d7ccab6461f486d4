// Renderer: what opens over a part of the page that has colours of its own has these, too: menus of menus and tooltips.

import { createContext } from 'react';

/** A class that sets the tokens of colours. */
export const SurfaceContext = createContext('');
