import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config';
import { answers } from './port';
import { embeddedUrl, startPostgres } from './postgres';

/**
 * Does something with the database: the one that is configured; else the embedded one, which is started for as long as it takes when `npm start` is
 * not running.
 */
export async function withDatabaseUrl<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  if (config.DATABASE_URL) return work(config.DATABASE_URL);
  const dataDir = path.join(config.GUICHENG_DATA_DIR, 'postgres');
  const port = config.POSTGRES_PORT;
  const password = await readFile(path.join(dataDir, 'password'), 'utf8').catch(() => '');
  if (password && (await answers(port))) return work(embeddedUrl(password.trim(), port));
  const { url, stop } = await startPostgres({ dataDir, port });
  try {
    return await work(url);
  } finally {
    await stop();
  }
}
