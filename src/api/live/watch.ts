import type { Actor } from '../../domain/permissions';
import type { Movement } from '../../ports/changes';
import type { Reach } from '../../ports/procedures';
import type { Sink } from './event-stream';

/** Who looks on, and at what. */
export interface Watcher {
  readonly tokenHash: string;
  readonly actor: Actor;
  readonly reach: Reach;
  /** The one procedure that is looked at; null for everything that the person may read. */
  readonly procedureId: string | null;
  /** The last thing that the browser heard before its line broke. */
  readonly lastEventId: string | null;
}

/** One open stream. */
export interface Watch extends Omit<Watcher, 'reach'> {
  reach: Reach;
  /** Of the last movement of the one procedure that it was told of. */
  stamp: string | null;
  readonly sink: Sink;
}

/** Whether whoever looks on may read the procedure: by a role over its organisation, or because it names them. */
export function maySee({ reach }: Pick<Watch, 'reach'>, { organisationPath, named }: Movement): boolean {
  return reach.paths.some((path) => organisationPath.startsWith(path)) || named.includes(reach.personId);
}

/** What distinguishes a procedure's movement from the one before: it is also the id of the event on the stream of one procedure. */
export function stampOf({ version, cast }: Movement): string {
  return cast === null ? String(version) : `${version}.${cast}`;
}
