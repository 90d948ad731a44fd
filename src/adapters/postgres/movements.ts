import type { Movement, Movements } from '../../ports/changes';
import type { Database } from './database';

/** How far procedures are, in PostgreSQL: one statement for many of them. */
export function postgresMovements(database: Database): Movements {
  return {
    read: (procedureIds, personIds) => database.$queryRaw<Movement[]>`
      SELECT procedure.id AS "procedureId", procedure.version, organisation.path AS "organisationPath",
             (SELECT count(ballot."voteId")::int FROM vote LEFT JOIN ballot ON ballot."voteId" = vote.id
               WHERE vote."procedureId" = procedure.id AND vote.open GROUP BY vote.id LIMIT 1) AS cast,
             ARRAY(SELECT participant."personId"::text FROM participant
                    WHERE participant."procedureId" = procedure.id
                      AND participant."personId" = ANY(${[...personIds]}::uuid[])) AS named
        FROM procedure JOIN organisation ON organisation.id = procedure."organisationId"
       WHERE procedure.id = ANY(${[...procedureIds]}::uuid[])`,
  };
}
