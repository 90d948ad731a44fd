import { migrate } from './adapters/postgres/migrations';
import { ConfigError, loadConfig } from './config';
import { markTraining } from './training';

/** `npm run migrate`: brings the database of MIGRATION_DATABASE_URL to the schema of this release, and marks a new one as TRAINING says. */
async function main(): Promise<void> {
  const config = loadConfig();
  const url = config.MIGRATION_DATABASE_URL;
  if (!url) throw new ConfigError(['MIGRATION_DATABASE_URL: 未设置 / is not set']);
  const { applied } = await migrate(url);
  const names = applied.length > 0 ? applied.join(', ') : '无 / none';
  process.stdout.write(`已应用的迁移 / Migrations applied: ${names}\n`);
  if (await markTraining(config)) process.stdout.write('培训数据 / A training database\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
