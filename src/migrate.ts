import { migrate } from './adapters/postgres/migrations';
import { ConfigError, loadConfig } from './config';

/** `npm run migrate`: brings the database of MIGRATION_DATABASE_URL to the schema of this release. */
async function main(): Promise<void> {
  const url = loadConfig().MIGRATION_DATABASE_URL;
  if (!url) throw new ConfigError(['MIGRATION_DATABASE_URL: 未设置 / is not set']);
  const { applied } = await migrate(url);
  const names = applied.length > 0 ? applied.join(', ') : '无 / none';
  process.stdout.write(`已应用的迁移 / Migrations applied: ${names}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
