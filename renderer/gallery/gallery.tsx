// The component gallery of `npm run dev`, at /gallery/: every theme side by side, or one with ?theme=. It is no entry of
// the build, so no package contains it.
import '../bridge/no-eval.ts';
import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '../theme/tokens.css';
import '../theme/base.css';
import '../theme/fields.css';
import '../theme/low.css';
import './gallery.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setConnection } from '../bridge/connection.ts';
import { queryClient } from '../bridge/queries.ts';
import { MOST_TOASTS } from '../components/toast.tsx';
import { theme as mantine } from '../theme/mantine.ts';
import { SPECIMENS } from './specimens.tsx';

const THEMES = [
  { id: 'light', name: 'Light', scheme: 'light', isHigh: false },
  { id: 'dark', name: 'Dark', scheme: 'dark', isHigh: false },
  { id: 'contrast', name: 'High contrast', scheme: 'light', isHigh: true },
] as const;
type Theme = (typeof THEMES)[number];

/** No desk is behind this page: queries show the data they are given, and fetch nothing. */
setConnection('silent');
queryClient.setQueryData(['damage.get', {}], {
  notices: [
    {
      at: Date.UTC(2026, 9, 8, 12),
      title: 'The store was damaged, and has been rebuilt from what could be read',
      lines: ['2 templates could not be read: Refills, Labs. Write them again.'],
    },
  ],
});

function OneTheme({ of }: { of: Theme }) {
  return (
    <MantineProvider theme={mantine} forceColorScheme={of.scheme}>
      <QueryClientProvider client={queryClient}>
        <main className="gallery">
          <h1>{of.name}</h1>
          {SPECIMENS.map(({ name, states }) => (
            <section key={name} aria-label={name}>
              <h2>{name}</h2>
              {Object.entries(states).map(([state, shown]) => (
                <div key={state} className="specimen">
                  <h3>{state}</h3>
                  {shown}
                </div>
              ))}
            </section>
          ))}
        </main>
        <Notifications limit={MOST_TOASTS} transitionDuration={0} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

function SideBySide() {
  return (
    <main className="gallery-themes">
      <h1 className="visually-hidden">Components in every theme</h1>
      {THEMES.map(({ id, name }) => (
        <iframe key={id} title={name} src={`?theme=${id}`} />
      ))}
    </main>
  );
}

const asked = new URLSearchParams(location.search).get('theme');
const theme = THEMES.find(({ id }) => id === asked);
if (theme?.isHigh) document.documentElement.dataset.contrast = 'high';
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<StrictMode>{theme === undefined ? <SideBySide /> : <OneTheme of={theme} />}</StrictMode>);
