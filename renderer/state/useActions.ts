// Renderer: the actions of the window, made once for its state.

import { useMemo } from 'react';
import { createActions, type Actions } from './actions.js';
import { useApp } from './app.js';

export function useActions(): Actions {
  const app = useApp();
  return useMemo(() => createActions(app), [app]);
}
