// Renderer: the icon of each place, the same wherever it is led to.

import {
  CalendarDays,
  CalendarPlus,
  Clapperboard,
  Copy,
  Folder,
  Heart,
  House,
  Images,
  Layers,
  Shuffle,
  Sparkles,
  type LucideIcon,
} from 'lucide-react';
import type { PlaceKind } from '../../state/places.js';

export const PLACE_ICONS: Readonly<Record<PlaceKind, LucideIcon>> = {
  home: House,
  all: Images,
  browse: Layers,
  newest: Sparkles,
  favourites: Heart,
  videos: Clapperboard,
  recent: CalendarPlus,
  shuffle: Shuffle,
  duplicates: Copy,
  day: CalendarDays,
  folder: Folder,
};
