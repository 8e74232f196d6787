import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './styles/tokens.css';
import './styles/themes.css';
import './styles/base.css';
import './ui/controls.css';
import './ui/surfaces.css';
import './ui/rows.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { Fault } from './app/Fault.tsx';
import { NoShell } from './app/NoShell.tsx';
import { queryClient } from './client/query.ts';
import { startShell } from './client/shell.ts';
import { recallTasks } from './inspector/tasks.ts';
import { Messages } from './messages/intl.tsx';
import { recallKeymap } from './state/keymap.ts';
import { recallPaging } from './state/pages.ts';
import { applySpacing, recallSpacing } from './state/rows.ts';
import { recallSpoken } from './state/spoken.ts';
import { loadScreen, sendScreenAtLeaving } from './state/storage.ts';
import { applyTheme, recallTheme } from './state/theme.ts';
import { recallView } from './state/view.ts';

applyTheme();
applySpacing();

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no element "root".');
const root = createRoot(place);

/** The app comes last: what this user has kept of the program's screen is there before anything is drawn. */
async function start(): Promise<void> {
  await startShell();
  await loadScreen(null).catch(() => undefined);
  recallTheme();
  recallSpacing();
  recallSpoken();
  recallKeymap();
  recallView();
  recallPaging();
  recallTasks();
  sendScreenAtLeaving();
  root.render(
    <StrictMode>
      <Messages>
        <Fault>
          <QueryClientProvider client={queryClient}>
            <App />
          </QueryClientProvider>
        </Fault>
      </Messages>
    </StrictMode>,
  );
}

start().catch((error: unknown) =>
  root.render(
    <Messages>
      <NoShell error={error} />
    </Messages>,
  ),
);
