import type { Route } from '../route';
import { actionsRoute, actRoute, startRoute } from './procedures/act';
import type { ProcedureRoutesDeps } from './procedures/deps';
import { ballotsRoute, readersRoute, timelineRoute } from './procedures/history';
import { courseRoute, kindsRoute, listRoute, oneRoute, stateRoute } from './procedures/read';

/** Starting procedures, carrying them through and reading them. */
export function procedureRoutes(deps: ProcedureRoutesDeps): Route[] {
  return [
    startRoute(deps),
    listRoute(deps),
    oneRoute(deps),
    courseRoute(deps),
    kindsRoute(),
    stateRoute(deps),
    actionsRoute(deps),
    actRoute(deps),
    timelineRoute(deps),
    readersRoute(deps),
    ballotsRoute(deps),
  ];
}
