// The entry of the window.
// The styles of the theme come first, so that those of the panels build on them.
import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { setRasteriser } from '../src/exporters/picture/raster.ts';
import { windowRasteriser } from './raster.ts';
import { loadSettings } from './state/settings.ts';
import { startWindow } from './start.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no place for the window');

// In the language and the colours that were chosen, from the first picture on.
await loadSettings();
setRasteriser(windowRasteriser);
startWindow();
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App />
    </ErrorBoundary>
  </StrictMode>,
);
