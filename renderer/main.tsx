// The window's entry: theme, query cache, and the desk.
import './bridge/no-eval.ts';
import './state/composing.ts';
import { styleNonce } from './bridge/style-nonce.ts';
import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/fields.css';
import './theme/low.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { queryClient } from './bridge/queries.ts';
import { loadTheRest } from './components/later.tsx';
import { MOST_TOASTS } from './components/toast.tsx';
import { theme } from './theme/mantine.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
      <QueryClientProvider client={queryClient}>
        <App />
        <Notifications limit={MOST_TOASTS} autoClose={7000} transitionDuration={0} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);

requestIdleCallback(loadTheRest);
