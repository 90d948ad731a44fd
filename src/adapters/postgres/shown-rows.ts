import type { Transaction } from './database';

/** Every row that lists and boards show of a procedure, by its place: `deadline/notice` and the like. */
export type ShownRows = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Each table with what tells its rows of one procedure apart, and how they are found. */
const TABLES = [
  { table: 'procedure', key: `''`, where: 'id = $1::uuid' },
  { table: 'deadline', key: `'/' || key`, where: '"procedureId" = $1::uuid' },
  { table: 'participant', key: `'/' || "personId"`, where: '"procedureId" = $1::uuid' },
  { table: 'publication', key: `'/' || id`, where: '"procedureId" = $1::uuid' },
  { table: 'vote', key: `'/' || id`, where: '"procedureId" = $1::uuid' },
  {
    table: 'elector',
    key: `'/' || "voteId" || '/' || "personId"`,
    where: '"voteId" IN (SELECT id FROM vote WHERE "procedureId" = $1::uuid)',
  },
] as const;

/** Reads them whole, whatever columns they have. */
export async function readShownRows(tx: Transaction, procedureId: string): Promise<ShownRows> {
  const selects = TABLES.map(
    ({ table, key, where }) =>
      `SELECT '${table}' || ${key} AS place, to_jsonb(t) AS row FROM ${table} t WHERE ${where}`,
  );
  const found = await tx.$queryRawUnsafe<{ place: string; row: Record<string, unknown> }[]>(
    selects.join(' UNION ALL '),
    procedureId,
  );
  return Object.fromEntries(found.map(({ place, row }) => [place, row]));
}
