import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';

import { TasksPage } from '../tasks/TasksPage.tsx';
import { parseAddress, readSearch, writeAddress } from './search.ts';
import { NotFound, Shell } from './Shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

export const tasksRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readSearch,
  component: TasksPage,
});

const trashRoute = createRoute({
  getParentRoute: () => root,
  path: '/trash',
  component: lazyRouteComponent(() => import('../trash/TrashPage.tsx'), 'TrashPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/SettingsPage.tsx'), 'SettingsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([tasksRoute, trashRoute, settingsRoute]),
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
