// Renderer: whether the person wants no motion.

import { useMedia } from '../../components/useMedia.js';

export const useCalm = (): boolean => useMedia('(prefers-reduced-motion: reduce)');
