import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import './ui/controls.css';
import './ui/surfaces.css';
import './ui/rows.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { NoShell } from './app/NoShell.tsx';
import { queryClient } from './client/query.ts';
import { startShell } from './client/shell.ts';
import { Messages } from './messages/intl.tsx';
import { applyTheme } from './state/theme.ts';

applyTheme();

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no element "root".');
const root = createRoot(place);

startShell().then(
  () =>
    root.render(
      <StrictMode>
        <Messages>
          <QueryClientProvider client={queryClient}>
            <App />
          </QueryClientProvider>
        </Messages>
      </StrictMode>,
    ),
  (error: unknown) =>
    root.render(
      <Messages>
        <NoShell error={error} />
      </Messages>,
    ),
);
