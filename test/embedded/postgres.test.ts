import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { Client } from 'pg';
import { answers, freePort } from '../../src/embedded/port';
import { startPostgres, type EmbeddedPostgres } from '../../src/embedded/postgres';
import { recordOf } from '../../src/embedded/process-record';
import { temporaryFolders } from '../support/folders';
import { hurried } from '../support/hurried';
import { killedRun } from '../support/killed-run';

const newFolder = temporaryFolders();
let running: EmbeddedPostgres | undefined;
let occupant: Server | undefined;

afterEach(async () => {
  await running?.stop();
  occupant?.close();
  running = occupant = undefined;
});

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

async function start(dataDir: string, port: number, lines: string[] = []): Promise<EmbeddedPostgres> {
  running = await startPostgres({ dataDir, port, settings: hurried, log: (line) => lines.push(line) });
  return running;
}

describe('the embedded PostgreSQL', () => {
  test('serves a UTF-8 database named guicheng on 127.0.0.1 alone, to those who know its password', async () => {
    const dataDir = await newFolder();
    const { url } = await start(dataDir, await freePort());
    expect(await ask(url, 'SELECT current_database(), pg_encoding_to_char(encoding) FROM pg_database LIMIT 1')).toEqual(
      ['guicheng', 'UTF8'],
    );
    expect(await ask(url, 'SHOW listen_addresses')).toEqual(['127.0.0.1']);
    await expect(ask(url.replace(/:\w+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect((await stat(path.join(dataDir, 'password'))).mode & 0o777).toBe(0o600);
  });

  test('keeps its data and its password from stop to start', async () => {
    const [dataDir, port] = [await newFolder(), await freePort()];
    const first = await start(dataDir, port);
    await ask(first.url, "CREATE TABLE kept AS SELECT '议事' AS word");
    await first.stop();
    expect(await answers(port)).toBe(false);
    const second = await start(dataDir, port);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT word FROM kept')).toEqual(['议事']);
  });

  test('stopping twice is stopping once', async () => {
    const { stop } = await start(await newFolder(), await freePort());
    await Promise.all([stop(), stop()]);
    await stop();
  });

  test('ends a server that outlived its killed run, keeps what that server committed, and says so', async () => {
    const [dataDir, port, lines] = [await newFolder(), await freePort(), [] as string[]];
    await killedRun('src/embedded/postgres.ts', 'startPostgres', { dataDir, port });
    expect(await answers(port)).toBe(true);
    const left = (await readFile(path.join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0];
    await start(dataDir, port, lines);
    expect(recordOf(Number(left))).toBeUndefined();
    expect(lines).toEqual([expect.stringContaining('Ending a PostgreSQL that an earlier run left behind')]);
  });

  test('takes no other program for a server that was left behind', async () => {
    const [dataDir, port, lines] = [await newFolder(), await freePort(), [] as string[]];
    await (await start(dataDir, port)).stop();
    await writeFile(path.join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n`);
    await start(dataDir, port, lines);
    expect(lines).toEqual([]);
  });

  test('a taken port is named, with the setting that chooses another', async () => {
    occupant = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const { port } = occupant.address() as { port: number };
    const attempt = start(await newFolder(), port);
    await expect(attempt).rejects.toThrow(new RegExp(`${port}.*POSTGRES_PORT`));
    expect(await answers(port)).toBe(true);
  });

  test('a folder in use by a running process is refused, and its server goes on', async () => {
    const [dataDir, port] = [await newFolder(), await freePort()];
    const { url } = await start(dataDir, port);
    const attempt = startPostgres({ dataDir, port: await freePort() });
    await expect(attempt).rejects.toThrow('GUICHENG_DATA_DIR');
    expect(await ask(url, 'SELECT 1')).toEqual([1]);
  });
});
