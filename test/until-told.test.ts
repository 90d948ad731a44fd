import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { projectRoot } from '../src/config';
import { freePort } from '../src/embedded/port';
import { createTestDatabase } from './support/database';
import { TEST_KEYS } from './support/payloads';
import { devServer } from './support/servers';

/** Starts a part of the service as a container does. */
function start(part: 'serve' | 'work', settings: NodeJS.ProcessEnv) {
  const hook = path.join(projectRoot, 'scripts', 'typescript.js');
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings };
  const child = spawn(process.execPath, ['--require', hook, path.join(projectRoot, 'src', `${part}.ts`)], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += String(chunk)));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  return { child, ended, output: () => output };
}

test('the API alone serves until it is told to stop, and then ends in good order', async () => {
  const database = await createTestDatabase();
  const port = await freePort();
  const { child, ended, output } = start('serve', {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: devServer().address,
    TEMPORAL_PAYLOAD_KEYS: TEST_KEYS,
    PORT: String(port),
  });
  const url = `http://127.0.0.1:${port}`;
  while (!output().includes(`Listening: ${url}`) && child.exitCode === null) await once(child.stdout, 'data');
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'alive' });
  expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ status: 'ready', warnings: ['worker'] });
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  await database.drop();
});

test.each(['serve', 'work'] as const)(
  '%s without what it needs says what is missing, and ends with 1',
  async (part) => {
    const { code, output } = await start(part, { DATABASE_URL: 'nonsense' }).ended;
    expect(code).toBe(1);
    expect(output).toContain('DATABASE_URL');
  },
);
