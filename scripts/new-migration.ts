import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeMigration } from '../src/adapters/postgres/migrations';
import { freePort } from '../src/embedded/port';
import { startPostgres } from '../src/embedded/postgres';

/** `npm run migration <name>`: writes the migration that prisma/schema.prisma asks for, in a database of its own. */
async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Error('Usage: npm run migration -- <name_in_small_letters>');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'guicheng-migration-'));
  const postgres = await startPostgres({ dataDir, port: await freePort() });
  try {
    const folder = await writeMigration(postgres.url, name);
    process.stdout.write(folder ? `${path.relative(process.cwd(), folder)}\n` : 'schema.prisma asks for no change\n');
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true });
  }
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
