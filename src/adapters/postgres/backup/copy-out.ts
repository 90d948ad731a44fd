import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { appliedHead } from '../migrations';
import { tableFile, writeManifest, type Manifest } from './manifest';
import { tablesInOrder, target, type TableColumns } from './tables';

/**
 * Copies a database as it was at one moment into a folder, which must not be there yet, while everybody goes on working. What is in it is not
 * encrypted: only the owner of the files may read them.
 */
export async function copyOut(url: string, folder: string): Promise<Manifest> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await mkdir(folder, { mode: 0o700 });
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await requireNoSequences(client);
    const schemaHead = await appliedHead(client);
    if (!schemaHead) throw new Error('数据库中没有规程的数据 / the database is not one of Guicheng');
    const madeAt = new Date().toISOString();
    const tables: Manifest['tables'] = [];
    for (const table of await tablesInOrder(client)) tables.push(await copyTable(client, folder, table));
    await client.query('COMMIT');
    const manifest: Manifest = { format: 1, madeAt, schemaHead, tables };
    await writeManifest(folder, manifest);
    return manifest;
  } finally {
    await client.end();
  }
}

/** Rows are named by their own ids; a counter would begin anew after a restore, so there must be none. */
async function requireNoSequences(client: Client): Promise<void> {
  const { rowCount } = await client.query(`SELECT FROM pg_sequences WHERE schemaname = 'public'`);
  if (rowCount !== 0) throw new Error('the database has sequences, which this backup would not hold');
}

async function copyTable(client: Client, folder: string, table: TableColumns): Promise<Manifest['tables'][number]> {
  const copying = client.query(to(`COPY ${target(table)} TO STDOUT (FORMAT binary)`));
  const sum = digesting();
  await pipeline(copying, sum.stream, createWriteStream(tableFile(folder, table.name), { mode: 0o600, flags: 'wx' }));
  return { name: table.name, columns: [...table.columns], rows: copying.rowCount, ...sum.result() };
}

/** Passes bytes on and remembers their number and digest. */
export function digesting() {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}
