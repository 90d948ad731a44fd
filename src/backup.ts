import { copyFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { copyOut } from './adapters/postgres/backup/copy-out';
import { folderOf, KEY_FILES, PARTS, say } from './backup-folder';
import { loadConfig } from './config';
import { withDatabaseUrl } from './embedded/reach-postgres';
import { copyTemporalOut } from './embedded/temporal-files';
import { failed } from './record-command';

/**
 * `npm run backup`: everything that Guicheng has stored, into a new folder. Temporal comes first: a database that is later than its workflows is
 * caught up with, the other way round it is not (docs/decisions/0015-backup.md).
 */
async function main(args: readonly string[]): Promise<void> {
  const folder = folderOf('backup', args);
  await mkdir(folder, { mode: 0o700 });
  try {
    await backUp(folder);
  } catch (error) {
    // Half a backup is none, and its name is free for the next attempt.
    await rm(folder, { recursive: true });
    throw error;
  }
}

async function backUp(folder: string): Promise<void> {
  const config = loadConfig();
  const { GUICHENG_DATA_DIR: dataDir } = config;
  if (!config.TEMPORAL_ADDRESS) {
    await copyTemporalOut(path.join(dataDir, 'temporal'), path.join(folder, PARTS.temporal));
    say('Temporal：已备份 / backed up');
  }
  const { tables } = await withDatabaseUrl(config, (url) => copyOut(url, path.join(folder, PARTS.database)));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  say(`数据库：${tables.length} 张表，${rows} 行 / database: ${tables.length} tables, ${rows} rows`);
  for (const file of KEY_FILES) await copyFile(path.join(dataDir, file), path.join(folder, file)).catch(ifMissing);
  say(`已备份到 / backed up into ${folder}`);
  say('其中的内容和密钥没有加密，请妥善保管 / What is in it, keys included, is not encrypted: keep it safe');
}

function ifMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

main(process.argv.slice(2)).catch(failed);
