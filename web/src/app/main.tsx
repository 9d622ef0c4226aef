import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import './app.css';
import { watchConnection } from './connection.ts';
import { makePersister } from './persistence.ts';
import { apply } from './preferences.ts';
import { queryClient } from './queryClient.ts';
import { router } from './router.tsx';
import { startSession, userZone } from './user.ts';
import { warmUp } from './warmUp.ts';
import { invalidateTasks } from '../tasks/lists.ts';
import { prepareWrites, resumeOutbox } from '../tasks/writes.ts';

const WEEK = 7 * 86_400_000;
/** Not needed for the first paint, and loaded after it. */
const live = () => import('./live.ts').then((module) => module.live);

apply();
watchConnection();
prepareWrites(queryClient, userZone, (action) => void live().then(({ announce }) => announce(action), () => undefined));
startSession();

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <PersistQueryClientProvider
      client={queryClient}
      persistOptions={{ persister: makePersister(), maxAge: WEEK, buster: '1' }}
      onSuccess={() => {
        // What was stored may be older than it says: another tab, or another browser, went on.
        void invalidateTasks(queryClient);
        void resumeOutbox(queryClient);
        // Offline before it was ever loaded: the lists are asked for again when they are shown.
        live().then(({ start }) => start(), () => undefined);
        warmUp();
      }}
    >
      <RouterProvider router={router} />
    </PersistQueryClientProvider>
  </StrictMode>,
);
