// Runs in main: the window and how it remembers its place.

import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { WindowBounds } from './settings.js';
import { placeOn } from './window-place.js';

export interface WindowOptions {
  /** Absolute path of the preload bundle. */
  readonly preload: string;
  readonly url: string;
  readonly title: string;
  readonly bounds: WindowBounds | undefined;
  /** Told when the place of the window is worth remembering. */
  readonly saveBounds: (bounds: WindowBounds) => void;
}

/** The grounds of theme.css, painted before the page is there so that nothing flashes. */
const GROUND = { dark: '#111214', light: '#fbfbfa' } as const;
const ground = () => (nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light);

/** Milliseconds without a change of its place after which a window has come to rest. */
const SETTLED_MS = 500;

/** A window whose page is being loaded; `loaded` rejects when that cannot be done. */
export interface OpenedWindow {
  readonly window: BrowserWindow;
  readonly loaded: Promise<void>;
}

/** Opens a window and loads its page. */
export function openWindow({ preload, url, title, bounds, saveBounds }: WindowOptions): OpenedWindow {
  const window = new BrowserWindow({
    ...fitToScreens(bounds),
    minWidth: 480,
    minHeight: 360,
    show: false,
    backgroundColor: ground(),
    autoHideMenuBar: true,
    title,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  // Linux says of a window that was opened maximized, or minimized since, that this is how large it usually is: asked when it is true.
  let usual = window.getNormalBounds();
  if (bounds?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  const remember = () => {
    if (window.isDestroyed() || window.isMinimized()) return;
    if (process.platform !== 'linux' || window.isNormal()) usual = window.getNormalBounds();
    saveBounds({ ...usual, maximized: window.isMaximized() });
  };
  // Their ends are told on macOS and Windows alone; every end of the app that is no orderly one would cost the place.
  let soon: NodeJS.Timeout | undefined;
  const rememberSoon = () => {
    clearTimeout(soon);
    soon = setTimeout(remember, SETTLED_MS);
  };
  window.on('resize', rememberSoon).on('move', rememberSoon);
  window.on('maximize', rememberSoon).on('unmaximize', rememberSoon);
  window.on('close', remember);
  window.on('closed', () => clearTimeout(soon));
  const repaint = () => window.setBackgroundColor(ground());
  nativeTheme.on('updated', repaint);
  window.on('closed', () => nativeTheme.off('updated', repaint));
  return { window, loaded: window.loadURL(url) };
}

/** Saved bounds, unless no screen shows them any more. */
function fitToScreens(bounds: WindowBounds | undefined): Electron.BrowserWindowConstructorOptions {
  const { workAreaSize } = screen.getPrimaryDisplay();
  const fallback = { width: Math.min(1280, workAreaSize.width), height: Math.min(800, workAreaSize.height) };
  if (!bounds) return fallback;
  const { x, y, width, height } = bounds;
  if (x === undefined || y === undefined) return { width, height };
  const { workArea } = screen.getDisplayMatching({ x, y, width, height });
  return placeOn(workArea, bounds) ?? fallback;
}
