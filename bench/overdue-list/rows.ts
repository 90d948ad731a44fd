import { randomUUID } from 'node:crypto';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { copyRows, type Model } from '../stack/copies';
import { runSql, type Statement } from '../stack/sql';

/** Communities beside those of the example, among which the procedures are spread. */
const COMMUNITIES = 118;

/** Procedures a statement copies. */
const AT_ONCE = 5_000;

/**
 * Writes so many procedures with their participants and deadlines, spread over 120 communities and four years: one in a hundred has
 * something overdue, one in five is under way, the others are closed.
 */
export async function writeProcedures(databaseUrl: string, model: Model, count: number): Promise<void> {
  await runSql(databaseUrl, ...communities());
  for (let written = 0; written < count; written += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, count - written) }, () => randomUUID());
    await runSql(databaseUrl, ...copyRows(['procedure', 'participant', 'deadline'], model.id, ids), varied(ids));
  }
  await runSql(databaseUrl, ['VACUUM ANALYZE']);
}

/** Subdistricts of the example's district, each with its communities. */
function communities(): Statement[] {
  const district = EXAMPLE.organisations.district;
  return [
    [
      `WITH office AS (
         INSERT INTO organisation (id, kind, name, "nameEn", path, "parentId")
         SELECT id, 'subdistrict', '街道', 'Subdistrict', '/' || $1::text || '/' || id || '/', $1::uuid
         FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 8)) AS new RETURNING id, path
       ), numbered AS (SELECT id, path, row_number() OVER () - 1 AS place FROM office)
       INSERT INTO organisation (id, kind, "communityType", name, "nameEn", path, "parentId")
       SELECT new.id, 'community', 'urban', '社区', 'Community', numbered.path || new.id || '/', numbered.id
       FROM (SELECT gen_random_uuid() AS id, number FROM generate_series(1, $2::int) AS number) AS new
       JOIN numbered ON numbered.place = new.number % 8`,
      district,
      COMMUNITIES,
    ],
  ];
}

function varied(ids: readonly string[]): Statement {
  return [
    `WITH community AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS many
                        FROM organisation WHERE kind = 'community'),
          mine AS (SELECT id, number FROM unnest($1::uuid[]) WITH ORDINALITY AS one (id, number))
     UPDATE procedure SET
       title = '议事会 ' || number,
       "organisationId" = community.id,
       "startedAt" = now() - random() * interval '4 years',
       status = CASE WHEN number % 5 = 0 THEN 'open' ELSE 'closed' END,
       stage = CASE WHEN number % 5 = 0 THEN 'waiting' ELSE 'closed' END,
       "closedAt" = CASE WHEN number % 5 = 0 THEN NULL ELSE now() END,
       "nextDueAt" = CASE WHEN number % 100 = 0 THEN now() - interval '2 days'
                          WHEN number % 5 = 0 THEN now() + interval '5 days' END
     FROM mine JOIN community ON community.place = (mine.number * 7919) % community.many
     WHERE procedure.id = mine.id`,
    ids,
  ];
}
