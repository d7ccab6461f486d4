// Renderer: whether the window is too narrow for a sidebar beside the pictures.

import { useMedia } from '../../components/useMedia.js';
import { NARROW } from './toggleSidebar.js';

export const useNarrow = (): boolean => useMedia(NARROW);
