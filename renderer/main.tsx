// Renderer: the entry of the window's page.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { readQuery } from '../electron/shared/page-start.js';
import { App } from './App.js';
import { ErrorBoundary } from './components/ErrorBoundary.js';
import { connectGallery } from './gallery.js';
import { AppContext, createApp, startApp } from './state/app.js';
import { carryShowOver } from './state/carried-show.js';
import { spokenWith } from './state/options.js';
import { collateAnew } from './state/order.js';
import { copyKept, windowStorage } from './state/window-storage.js';
import { setTexts, texts } from './texts.js';
import './theme.css';
import './base.css';

const gallery = connectGallery();
const query = new URLSearchParams(location.search);
const {
  language,
  locale,
  ownWords,
  useCache,
  window: number,
  from,
  ...options
} = readQuery((name) => query.get(name));
const storage = windowStorage(localStorage, number);
if (from !== null) {
  copyKept(windowStorage(localStorage, from), storage);
  // Once: when it is loaded again it is where it was itself.
  query.delete('from');
  history.replaceState(null, '', `?${query.toString()}`);
}
setTexts(language, locale, {});
collateAnew(locale);
const app = createApp(gallery, spokenWith(language, locale), options);
startApp(app, storage, useCache).catch(app.notices.report);
carryShowOver(gallery, localStorage).catch(app.notices.report);
app.today.connect(window);
if (ownWords) {
  try {
    setTexts(language, locale, await gallery.call('texts.own'));
  } catch (error) {
    app.notices.report(error);
  }
}
document.documentElement.lang = language;
document.title = texts.appName;

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ErrorBoundary>
      <AppContext value={app}>
        {/* The page's policy forbids style elements. */}
        <CSPProvider disableStyleElements>
          <Tooltip.Provider delay={500}>
            <App />
          </Tooltip.Provider>
        </CSPProvider>
      </AppContext>
    </ErrorBoundary>
  </StrictMode>,
);
