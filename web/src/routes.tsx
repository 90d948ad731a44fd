import { createBrowserRouter } from 'react-router';
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
        { path: '*', Component: NotFound },
      ],
    },
  ],
  { basename: '/app' },
);
