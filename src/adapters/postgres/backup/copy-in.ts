import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { appliedHead } from '../migrations';
import { digesting } from './copy-out';
import { readManifest, tableFile, type Manifest } from './manifest';
import { quoted, tablesInOrder, target } from './tables';

/**
 * Puts a backup into a database that was migrated by the release that made it and is empty otherwise; all of it or nothing.
 * @throws when the database holds anything, is of another release, or a file is not the one that was written.
 */
export async function copyIn(url: string, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await requireSameSchema(client, manifest);
    await requireEmpty(client);
    for (const table of manifest.tables) {
      const sum = digesting();
      const copying = client.query(from(`COPY ${target(table)} FROM STDIN (FORMAT binary)`));
      await pipeline(createReadStream(tableFile(folder, table.name)), sum.stream, copying);
      if (sum.result().sha256 !== table.sha256 || copying.rowCount !== table.rows) throw damaged(table.name);
    }
    await holdTexts(client);
    await client.query('COMMIT');
    return manifest;
  } finally {
    // Without a COMMIT the end of the connection takes everything back.
    await client.end();
  }
}

/** Text messages that waited may have gone out after the backup was made. They are never sent twice by themselves: people decide. */
async function holdTexts(client: Client): Promise<void> {
  await client.query(
    `UPDATE outbox_message SET state = 'uncertain', reason = 'restored', "dueAt" = NULL
      WHERE channel = 'sms' AND state IN ('waiting', 'sending')`,
  );
}

async function requireSameSchema(client: Client, { schemaHead }: Manifest): Promise<void> {
  const applied = await appliedHead(client);
  if (applied === schemaHead) return;
  const zh = `备份来自迁移 ${schemaHead} 的版本，数据库则为 ${applied ?? '空'}：请用做备份的版本恢复，之后再升级`;
  const en = `the backup is of migration ${schemaHead}, the database of ${applied ?? 'none'}: restore with the release that made it, then upgrade`;
  throw new Error(`${zh} / ${en}`);
}

async function requireEmpty(client: Client): Promise<void> {
  for (const { name } of await tablesInOrder(client)) {
    const { rowCount } = await client.query(`SELECT FROM ${quoted(name)} LIMIT 1`);
    if (rowCount === 0) continue;
    const zh = `数据库不是空的（表 ${name}）：请恢复到新的数据库`;
    throw new Error(`${zh} / the database is not empty (table ${name}): restore into a new one`);
  }
}

function damaged(table: string): Error {
  return new Error(`备份中表 ${table} 的文件已损坏 / the backup's file of the table ${table} is damaged`);
}
