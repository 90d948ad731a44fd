import { constants } from 'node:fs';
import { access, copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { copyIn } from './adapters/postgres/backup/copy-in';
import { readManifest } from './adapters/postgres/backup/manifest';
import { migrate } from './adapters/postgres/migrations';
import { folderOf, KEY_FILES, PARTS, say } from './backup-folder';
import { loadConfig } from './config';
import { withDatabaseUrl } from './embedded/reach-postgres';
import { copyTemporalIn } from './embedded/temporal-files';
import { failed } from './record-command';

/** `npm run restore`: puts a backup into an empty database, and with the embedded servers into an empty data folder. */
async function main(args: readonly string[]): Promise<void> {
  const folder = folderOf('restore', args);
  const config = loadConfig();
  const database = path.join(folder, PARTS.database);
  const { madeAt } = await readManifest(database);
  if (!config.TEMPORAL_ADDRESS) await requireFree(config.GUICHENG_DATA_DIR);
  const owner = { ...config, DATABASE_URL: config.MIGRATION_DATABASE_URL };
  const { tables } = await withDatabaseUrl(owner, async (url) => {
    await migrate(url);
    return copyIn(url, database);
  });
  say(`数据库：${tables.length} 张表 / database: ${tables.length} tables`);
  if (!config.TEMPORAL_ADDRESS) await restoreEmbedded(folder, config.GUICHENG_DATA_DIR);
  say(`已恢复 ${madeAt} 的备份 / restored the backup of ${madeAt}`);
  say(
    '请运行 npm run verify -- --all；启动后运行 npm run reconcile / Run npm run verify -- --all; after the start, npm run reconcile',
  );
}

/** Nothing is written over: neither workflows nor the keys that read them. */
async function requireFree(dataDir: string): Promise<void> {
  for (const file of [path.join(PARTS.temporal, 'temporal.db'), ...KEY_FILES]) {
    const taken = path.join(dataDir, file);
    if (!(await exists(taken))) continue;
    const zh = `${taken} 已存在：请用 GUICHENG_DATA_DIR 指定新的文件夹`;
    throw new Error(`${zh} / ${taken} is there already: name a new folder with GUICHENG_DATA_DIR`);
  }
}

async function restoreEmbedded(folder: string, dataDir: string): Promise<void> {
  const temporal = path.join(folder, PARTS.temporal);
  if (await exists(temporal)) await copyTemporalIn(temporal, path.join(dataDir, 'temporal'));
  await mkdir(dataDir, { recursive: true });
  for (const file of KEY_FILES) {
    const kept = path.join(folder, file);
    if (!(await exists(kept))) continue;
    await copyFile(kept, path.join(dataDir, file), constants.COPYFILE_EXCL);
  }
  say('Temporal：已恢复 / restored');
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

main(process.argv.slice(2)).catch(failed);
