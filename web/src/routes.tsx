import { createBrowserRouter, type RouteObject } from 'react-router';
import type { ComponentType } from 'react';
import { NotFound } from './pages/not-found';
import { Shell } from './shell/shell';

/** Every page is a file of its own, loaded when somebody goes there. */
export const router = createBrowserRouter(
  [
    {
      path: '/',
      Component: Shell,
      HydrateFallback: () => null,
      children: [
        { index: true, lazy: async () => ({ Component: (await import('./pages/workbench/workbench')).Workbench }) },
        page('start', async () => (await import('./pages/start/start')).StartPage),
        page('procedures', async () => (await import('./pages/procedures/procedures')).ProceduresPage),
        page('procedures/:id', async () => (await import('./pages/procedure/procedure')).ProcedurePage),
        page('notifications', async () => (await import('./pages/notifications/notifications')).NotificationsPage),
        page('procedures/:id/meeting', async () => (await import('./pages/meeting/meeting')).Meeting),
        { path: '*', Component: NotFound },
      ],
    },
  ],
  { basename: '/app' },
);

function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}
