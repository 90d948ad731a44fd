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
        page('agenda', async () => (await import('./pages/agenda/agenda')).AgendaPage),
        page('agenda/:id', async () => (await import('./pages/agenda/agenda-item')).AgendaItemPage),
        page('organisations', async () => (await import('./pages/organisations/organisations')).OrganisationsPage),
        page('organisations/:id', async () => (await import('./pages/organisations/organisation')).OrganisationPage),
        page('people', async () => (await import('./pages/people/people')).PeoplePage),
        page('accounts', async () => (await import('./pages/accounts/accounts')).AccountsPage),
        page('account', async () => (await import('./pages/account/account')).AccountPage),
        page('rulebooks', async () => (await import('./pages/rulebooks/rulebooks')).RulebooksPage),
        page('calendar', async () => (await import('./pages/calendar/calendar')).CalendarPage),
        page('outbox', async () => (await import('./pages/outbox/outbox')).OutboxPage),
        page('clock', async () => (await import('./pages/clock/clock')).ClockPage),
        { path: '*', Component: NotFound },
      ],
    },
  ],
  { basename: '/app' },
);

function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }) };
}
