// Renderer: how far the pictures stay away from the right edge of the view, which what stands above them does as well.

import { createContext } from 'react';

/** Space right of the tiles, CSS pixels: for the scrollbar, and for the scrubber, which stands in its place. */
export const EDGE = 24;
export const RAIL = 56;

/** That of the tiles which are shown now. */
export const EdgeContext = createContext(RAIL);
