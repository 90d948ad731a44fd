import { Client } from 'pg';
import { appliedHead, schemaHead } from '../src/adapters/postgres/migrations';
import { startPrivatePostgres } from './support/database';
import { timeSkipping } from './support/servers';

// The ground that other tests stand on.

test('a private PostgreSQL can be stopped and started under the same address, and keeps what it has', async () => {
  const postgres = await startPrivatePostgres();
  try {
    await postgres.stop();
    await expect(new Client({ connectionString: postgres.url }).connect()).rejects.toThrow('ECONNREFUSED');
    await postgres.start();
    expect(await appliedHead(postgres.url)).toBe(await schemaHead());
  } finally {
    await postgres.remove();
  }
});

test('the time-skipping server answers, and its clock can be moved', async () => {
  const environment = await timeSkipping();
  try {
    const before = await environment.currentTimeMs();
    await environment.sleep('30 days');
    expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(30 * 24 * 60 * 60 * 1000);
  } finally {
    await environment.teardown();
  }
});
