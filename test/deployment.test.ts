import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { Client } from 'pg';
import { parse } from 'yaml';
import { openDatabase } from '../src/adapters/postgres/database';
import { migrate } from '../src/adapters/postgres/migrations';
import { writeExample } from '../src/adapters/postgres/seed/write-example';
import { loadConfig, projectRoot } from '../src/config';
import { variables, type Variable } from '../src/config-variables';
import { startPrivatePostgres } from './support/database';

const read = (...names: string[]) => readFileSync(path.join(projectRoot, ...names), 'utf8');

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
  readonly networks: object;
  readonly secrets: object;
}

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly secrets?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const ours = services.filter(([, { image }]) => image.startsWith('guicheng:'));

/** What `docker compose` puts in the place of variables. */
const filled = (text: string) =>
  text.replace(/\$\{(\w+)(?::[-?]([^}]*))?\}/g, (_, __, fallback) => fallback || 'filled');

describe('docker-compose.yml', () => {
  test('is a Compose file', () => {
    const schema = JSON.parse(read('test', 'schemas', 'compose-spec.json'));
    const validate = new Ajv({ strict: false, validateFormats: false }).compile({ ...schema, $schema: undefined });
    const isValid = validate(compose);
    expect(validate.errors).toBeNull();
    expect(isValid).toBe(true);
  });

  test('pins every image, and says of every volume, network and secret what it is', () => {
    for (const [, service] of services) {
      expect(service.image).toMatch(/^[\w/-]+:\d+\.\d+/);
      expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining([...(service.networks ?? [])]));
      expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining([...(service.secrets ?? [])]));
      for (const volume of service.volumes ?? []) {
        const [from] = volume.split(':') as [string];
        if (from.startsWith('./docker/')) expect(read(from)).not.toBe('');
        else expect([...Object.keys(compose.volumes), './backups']).toContain(from);
      }
    }
  });

  test('gives our services only settings that exist, with values that are right; secrets may come as files', () => {
    expect(ours.map(([name]) => name)).toEqual(['migrate', 'api', 'worker']);
    const all: Readonly<Record<string, Variable>> = variables;
    for (const [, { environment = {} }] of ours) {
      for (const name of Object.keys(environment)) {
        const isSecretFile = name.endsWith('_FILE') && all[name.slice(0, -5)]?.secret === true;
        expect([name, isSecretFile || name in all]).toEqual([name, true]);
      }
      const values = Object.entries(environment).filter(([name]) => !name.endsWith('_FILE'));
      const example = { PUBLIC_URL: 'https://guicheng.example.cn' };
      expect(() =>
        loadConfig({ ...Object.fromEntries(values.map(([name, value]) => [name, filled(value)])), ...example }),
      ).not.toThrow();
    }
  });

  test('asks for nothing that .env.example does not name', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name);
    for (const name of new Set(asked)) expect(read('.env.example')).toMatch(new RegExp(`^${name}=`, 'm'));
  });

  test('migrates before anything serves or works, and only then', () => {
    for (const name of ['api', 'worker'])
      expect(compose.services[name]?.depends_on?.['migrate']).toEqual({ condition: 'service_completed_successfully' });
  });

  test('signs with a key that only the worker has; only the migration step can change tables', () => {
    expect(services.filter(([, { secrets }]) => secrets?.includes('log-signing-key')).map(([name]) => name)).toEqual([
      'worker',
    ]);
    const owners = services.filter(([, service]) => JSON.stringify(service).includes('guicheng_owner'));
    expect(owners.map(([name]) => name)).toEqual(['migrate']);
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  test('starts programs that there are, from pinned images, as nobody special', () => {
    const images = lines.filter((line) => line.startsWith('FROM '));
    for (const line of images) expect(line).toMatch(/^FROM node:20\.\d+\.\d+-bookworm-slim( AS \w+)?$/);
    expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
    const commands = [
      ...ours.map(([, { command }]) => command?.at(-1)),
      /dist\/\w+\.js/.exec(lines.findLast((line) => line.startsWith('CMD '))!)?.[0],
    ];
    for (const command of commands.filter((one) => one !== undefined))
      expect(read(command.replace('dist/', 'src/').replace('.js', '.ts'))).not.toBe('');
  });
});

describe('the roles of a new database server', () => {
  test('let the migration step make the tables, and the service work with them but not rewrite the log', async () => {
    const postgres = await startPrivatePostgres();
    const address = (user: string) => {
      const url = new URL(postgres.url);
      [url.username, url.password, url.pathname] = [user, `${user}-password`, '/production'];
      return url.href;
    };
    const superuser = new Client({ connectionString: postgres.url });
    await superuser.connect();
    try {
      await superuser.query('DROP DATABASE IF EXISTS production');
      for (const statement of statementsOfRoles()) await superuser.query(statement);
      await migrate(address('guicheng_owner'));
      const database = openDatabase(address('guicheng_login'));
      await writeExample(database, '');
      const login = new Client({ connectionString: address('guicheng_login') });
      await login.connect();
      for (const statement of [
        'DELETE FROM event',
        'ALTER TABLE event DISABLE TRIGGER ALL',
        'DROP TABLE procedure',
        'SET ROLE guicheng_owner',
        'CREATE TABLE mine ()',
      ])
        await expect(login.query(statement)).rejects.toThrow(/permission denied|must be owner/);
      await login.end();
      await database.$disconnect();
      const temporal = new Client({ connectionString: address('temporal') });
      await expect(temporal.connect()).rejects.toThrow('permission denied for database');
    } finally {
      await superuser.end();
      await postgres.remove();
    }
  });

  /** As psql would run them, in a server whose owner has the name of the database. */
  function statementsOfRoles(): string[] {
    const script = read('docker', 'postgres', 'roles.sql').replace(/^--.*$/gm, '');
    return script
      .replaceAll('DATABASE guicheng', 'DATABASE production')
      .replaceAll('CREATE ROLE guicheng_app NOLOGIN;', '')
      .replace(`:'owner_password'`, `'guicheng_owner-password'`)
      .replace(`:'login_password'`, `'guicheng_login-password'`)
      .replace(`:'temporal_password'`, `'temporal-password'`)
      .split(';')
      .map((statement) => statement.trim())
      .filter(Boolean);
  }
});
