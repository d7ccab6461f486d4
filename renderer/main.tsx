// Renderer: the entry of the window's page.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { App } from './App.js';
import { ErrorBoundary } from './components/ErrorBoundary.js';
import { connectGallery } from './gallery.js';
import { AppContext, createApp, startApp } from './state/app.js';
import './theme.css';
import './base.css';

const app = createApp(connectGallery());
// Main says so in the page's address.
const useCache = new URLSearchParams(location.search).get('cache') !== 'off';
startApp(app, localStorage, useCache).catch(app.notices.report);

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
