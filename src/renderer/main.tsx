import './ahead.ts';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './look/tokens.css';
import './look/look.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { restoreDrafts } from './data/draft.ts';
import { newQueryClient } from './data/query.ts';
import { cssVariables, theme } from './look/theme.ts';
import { Boundary } from './parts/boundary.tsx';
import { MESSAGES } from './parts/notify.tsx';

/** The page's policy lets only styles with this name through; main makes a new one for each document. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// What keeps the page from scrolling under a dialog makes a style of its own, and asks for the nonce by this name.
window.__webpack_nonce__ = nonce;
const client = newQueryClient();

void restoreDrafts();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Boundary>
        <QueryClientProvider client={client}>
          <App />
        </QueryClientProvider>
        <Notifications position="bottom-right" limit={MESSAGES} autoClose={6000} />
      </Boundary>
    </MantineProvider>
  </StrictMode>,
);
