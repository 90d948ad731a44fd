import type { Client } from 'pg';

/** A table with the columns that are copied: not those that the database works out by itself. */
export interface TableColumns {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Prisma's own bookkeeping, which the migration of the target writes. */
const BOOKKEEPING = '_prisma_migrations';

/** The mark of a training database, which is taken only before anything else is entered. */
const FIRST = 'training_clock';

/** Every table of the schema, each after those that it refers to, so that no reference is ever without its row. */
export async function tablesInOrder(client: Client): Promise<TableColumns[]> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '${BOOKKEEPING}'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname <> '${FIRST}', c.relname`);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    SELECT DISTINCT conrelid::regclass::text AS from, confrelid::regclass::text AS to
      FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid`);
  const unquoted = references.map(({ from, to }) => ({ from: bare(from), to: bare(to) }));
  return inOrder(tables, unquoted);
}

function inOrder(tables: readonly TableColumns[], references: readonly { from: string; to: string }[]): TableColumns[] {
  const ordered: TableColumns[] = [];
  const left = [...tables];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name));
    const free = left.findIndex(({ name }) => !references.some(({ from, to }) => from === name && waiting.has(to)));
    if (free === -1) throw new Error(`tables refer to one another in a circle: ${[...waiting].join(', ')}`);
    ordered.push(...left.splice(free, 1));
  }
  return ordered;
}

const bare = (name: string): string => name.replaceAll('"', '');

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `"table" ("column", …)`, as COPY wants it. */
export function target({ name, columns }: TableColumns): string {
  return `${quoted(name)} (${columns.map(quoted).join(', ')})`;
}
