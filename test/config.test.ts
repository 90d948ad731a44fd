import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError, loadConfig, projectRoot, unknownVariables } from '../src/config';
import { temporaryFolders } from './support/folders';

const newFolder = temporaryFolders();

function messageOf(env: NodeJS.ProcessEnv): string {
  try {
    loadConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('the configuration was accepted');
}

describe('the configuration', () => {
  test('an empty environment gives a service for this machine alone, with its own database and example', () => {
    expect(loadConfig({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3000,
      DATABASE_URL: undefined,
      TEMPORAL_ADDRESS: undefined,
      SECURE_COOKIES: false,
      SEED_EXAMPLE: true,
      GUICHENG_DATA_DIR: path.join(projectRoot, '.data'),
    });
  });

  test('an empty variable is an unset one', () => {
    expect(loadConfig({ TEMPORAL_API_KEY: '', PORT: '' })).toEqual(loadConfig({}));
  });

  test('a secret may lie in a file; what the variable itself says comes first, and a file that is missing is named', async () => {
    const file = path.join(await newFolder(), 'api-key');
    await writeFile(file, 'from-the-file\n');
    expect(loadConfig({ TEMPORAL_API_KEY_FILE: file }).TEMPORAL_API_KEY).toBe('from-the-file');
    expect(loadConfig({ TEMPORAL_API_KEY_FILE: file, TEMPORAL_API_KEY: 'itself' }).TEMPORAL_API_KEY).toBe('itself');
    expect(loadConfig({ TEMPORAL_NAMESPACE_FILE: file }).TEMPORAL_NAMESPACE).toBe('default');
    const missing = `${file}-missing`;
    expect(messageOf({ TEMPORAL_API_KEY_FILE: missing })).toContain(`the file ${missing} cannot be read (ENOENT)`);
  });

  test('the migration step uses the database of the service unless it is given its own', () => {
    const DATABASE_URL = 'postgresql://app@db/guicheng';
    const MIGRATION_DATABASE_URL = 'postgresql://owner@db/guicheng';
    expect(loadConfig({ DATABASE_URL })).toMatchObject({ MIGRATION_DATABASE_URL: DATABASE_URL });
    expect(loadConfig({ DATABASE_URL, MIGRATION_DATABASE_URL })).toMatchObject({ MIGRATION_DATABASE_URL });
  });

  test('the example is not written into a database that was named, unless asked for', () => {
    const DATABASE_URL = 'postgresql://app@db/guicheng';
    expect(loadConfig({ DATABASE_URL }).SEED_EXAMPLE).toBe(false);
    expect(loadConfig({ MIGRATION_DATABASE_URL: DATABASE_URL }).SEED_EXAMPLE).toBe(false);
    expect(loadConfig({ DATABASE_URL, SEED_EXAMPLE: 'true' }).SEED_EXAMPLE).toBe(true);
  });

  test.each([
    [{ PUBLIC_URL: 'https://guicheng.example' }, true],
    [{ PUBLIC_URL: 'HTTPS://guicheng.example' }, true],
    [{ PUBLIC_URL: 'http://guicheng.example' }, false],
    [{ PUBLIC_URL: 'https://guicheng.example', SECURE_COOKIES: 'false' }, false],
    [{ SECURE_COOKIES: 'true' }, true],
  ])('with %j the sign-in cookie is bound to https: %s', (env, secure) => {
    expect(loadConfig(env).SECURE_COOKIES).toBe(secure);
  });

  test('a variable that begins with our name and that nobody reads is found', () => {
    const env = { GUICHENG_DATADIR: '/srv', GUICHENG_DATA_DIR: '/srv', TEMPORAL_PROFILE: 'x', PATH: '/bin' };
    expect(unknownVariables(env)).toEqual(['GUICHENG_DATADIR']);
  });

  test('it cannot be changed afterwards', () => {
    expect(Object.isFrozen(loadConfig({}))).toBe(true);
  });

  test('every wrong variable is named at once, with what it got and what it should be, in both languages', () => {
    const message = messageOf({ PORT: '70000', LOG_LEVEL: 'loud', SECURE_COOKIES: 'yes' });
    expect(message).toContain(
      'PORT: 得到 "70000"，应为1 至 65535 的整数 / got "70000", should be a whole number from 1',
    );
    expect(message).toContain('LOG_LEVEL: 得到 "loud"');
    expect(message).toContain('SECURE_COOKIES: 得到 "yes"，应为true 或 false');
  });

  test.each([
    ['PORT', '0'],
    ['PORT', '1.5'],
    ['PORT', ' 80'],
    ['SESSION_HOURS', '721'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['TEMPORAL_ADDRESS', 'localhost'],
    ['DATABASE_URL', 'mysql://db/guicheng'],
  ])('%s cannot be "%s"', (name, value) => {
    expect(messageOf({ [name]: value })).toContain(`${name}: `);
  });

  test('two servers on one port are refused, naming both settings', () => {
    const message = messageOf({ PORT: '5433', TEMPORAL_UI_PORT: '7233' });
    expect(message).toContain('PORT、POSTGRES_PORT: 都是 5433');
    expect(message).toContain('TEMPORAL_PORT and TEMPORAL_UI_PORT are both 7233: each needs a port of its own');
  });

  test('a port is free for the service where the server that would take it runs elsewhere', () => {
    const DATABASE_URL = 'postgresql://app@db/guicheng';
    expect(loadConfig({ PORT: '5433', DATABASE_URL }).PORT).toBe(5433);
    expect(loadConfig({ PORT: '8233', TEMPORAL_ADDRESS: 'temporal:7233' }).PORT).toBe(8233);
  });

  test('a secret that is wrong is not repeated', () => {
    const message = messageOf({ DATABASE_URL: 'postgres:/app:hunter2@db' });
    expect(message).toContain('DATABASE_URL');
    expect(message).not.toContain('hunter2');
  });

  const key = Buffer.alloc(32, 7).toString('base64');
  test.each([
    ['bad base64', `k1:${key.replace('B', '!')}`],
    ['a wrong length', `k1:${Buffer.alloc(16, 7).toString('base64')}`],
    ['no id', key],
    ['an id twice', `k1:${key},k1:${key}`],
  ])('keys with %s stop the start; the setting is named, the keys are not', (_what, value) => {
    const message = messageOf({ TEMPORAL_PAYLOAD_KEYS: value });
    expect(message).toContain('TEMPORAL_PAYLOAD_KEYS: 得到 （不显示）');
    expect(message).not.toContain('BwcHB');
  });

  test.each(['http://127.0.0.1:8233/', 'https://temporal.example/ui', 'temporal.example', 'null'])(
    '"%s" is no origin',
    (value) => expect(messageOf({ TEMPORAL_UI_ORIGIN: value })).toContain('TEMPORAL_UI_ORIGIN'),
  );
});
