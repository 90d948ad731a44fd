import type { Route } from '../route';
import type { RoutesDeps } from './deps';
import { accountRoutes } from './accounts';
import { bodyRoutes } from './bodies';
import { calendarRoutes } from './calendar';
import { contactRoutes } from './contacts';
import { fileRoutes } from './files';
import { grantRoutes } from './grants';
import { notificationRoutes } from './notifications';
import { oidcRoutes } from './oidc';
import { organisationRoutes } from './organisations';
import { peopleRoutes } from './people';
import { rulebookRoutes } from './rulebooks';
import { sessionRoutes } from './sessions';

/** Every route that is not about a procedure. */
export function routes(deps: RoutesDeps): Route[] {
  return [
    ...sessionRoutes(deps),
    ...oidcRoutes(deps),
    ...organisationRoutes(deps),
    ...peopleRoutes(deps),
    ...contactRoutes(deps),
    ...bodyRoutes(deps),
    ...accountRoutes(deps),
    ...grantRoutes(deps),
    ...rulebookRoutes(deps),
    ...calendarRoutes(deps),
    ...notificationRoutes(deps),
    ...fileRoutes(deps),
  ];
}
