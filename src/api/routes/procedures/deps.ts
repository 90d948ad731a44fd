import type { Commands } from '../../../commands/engine';
import type { Changes } from '../../../ports/changes';
import type { Clock } from '../../../ports/clock';
import type { Courses } from '../../../ports/courses';
import type { Ledger } from '../../../ports/ledger';
import type { Organisations } from '../../../ports/organisations';
import type { ProcedureReads } from '../../../ports/procedures';

/** What the routes of procedures reach the world through. */
export interface ProcedureRoutesDeps {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly reads: ProcedureReads;
  readonly courses: Courses;
  readonly commands: Commands;
  readonly organisations: Organisations;
  readonly changes: Pick<Changes, 'tell'>;
}

/** The heading under which OpenAPI lists them. */
export const tag = '程序 / Procedures';
