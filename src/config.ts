import { homedir } from 'node:os';
import path from 'node:path';
import type { z } from 'zod';
import { withSecretFiles } from './config-secret-files';
import { variables, type Variable } from './config-variables';
import { oidcProblems } from './config-variables-oidc';
import { outboxProblems } from './config-variables-outbox';

type Name = keyof typeof variables;
type Values = { readonly [K in Name]: z.output<(typeof variables)[K]['schema']> };

/** What the environment asks for, by the names of its variables. A variable without a default is `undefined` when unset. */
export interface Config extends Values {
  readonly GUICHENG_DATA_DIR: string;
  readonly SECURE_COOKIES: boolean;
  readonly SEED_EXAMPLE: boolean;
}

/** The environment holds values that cannot be used; the message lists all of them, in Chinese and English. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(['配置有误 / The configuration is wrong:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}

/** The folder that holds package.json, from the sources and from the compiled output alike. */
export const projectRoot = path.resolve(__dirname, '..');

function problemWith(name: string, { expected, secret }: Variable, value: string): string {
  const got = secret ? { zh: '（不显示）', en: '(not shown)' } : { zh: `"${value}"`, en: `"${value}"` };
  return `${name}: 得到 ${got.zh}，应为${expected.zh} / got ${got.en}, should be ${expected.en}`;
}

function parse(given: NodeJS.ProcessEnv): Values {
  const { env, problems } = withSecretFiles(given);
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(variables)) {
    // An empty variable is an unset one: `TEMPORAL_API_KEY=` in a compose file would otherwise turn TLS on.
    const value = env[name] || undefined;
    const result = variable.schema.safeParse(value);
    if (result.success) values[name] = result.data;
    else problems.push(problemWith(name, variable, value ?? ''));
  }
  problems.push(...oidcProblems(env), ...outboxProblems(env));
  if (problems.length === 0) problems.push(...portsTakenTwice(values as Values));
  if (problems.length > 0) throw new ConfigError(problems);
  return values as Values;
}

/** Of everything that is to listen on this machine, each pair that was given the same port. */
function portsTakenTwice(values: Values): string[] {
  const listening: Extract<Name, `${string}PORT`>[] = ['PORT'];
  if (values.DATABASE_URL === undefined) listening.push('POSTGRES_PORT');
  if (values.TEMPORAL_ADDRESS === undefined) listening.push('TEMPORAL_PORT', 'TEMPORAL_UI_PORT');
  return listening.flatMap((name, index) =>
    listening
      .slice(index + 1)
      .filter((other) => values[other] === values[name])
      .map((other) => {
        const zh = `${name}、${other}: 都是 ${values[name]}，应各用一个端口`;
        return `${zh} / ${name} and ${other} are both ${values[name]}: each needs a port of its own`;
      }),
  );
}

/**
 * Reads the configuration. `src/config.ts` is the only file that knows the environment: everything else is handed a Config.
 * @throws ConfigError naming every wrong variable, what it holds (secrets excepted) and what it should be.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const values = parse(env);
  return Object.freeze({
    ...values,
    MIGRATION_DATABASE_URL: values.MIGRATION_DATABASE_URL ?? values.DATABASE_URL,
    GUICHENG_DATA_DIR: path.resolve(values.GUICHENG_DATA_DIR ?? path.join(projectRoot, '.data')),
    SECURE_COOKIES: values.SECURE_COOKIES ?? isHttps(values.PUBLIC_URL),
    // The migration step may know only its own address: that is somebody's database too.
    SEED_EXAMPLE: values.SEED_EXAMPLE ?? (values.DATABASE_URL ?? values.MIGRATION_DATABASE_URL) === undefined,
  });
}

function isHttps(url: string | undefined): boolean {
  return url !== undefined && new URL(url).protocol === 'https:';
}

/** Variables that begin with our name and that nobody reads: most likely one that is misspelt. */
export function unknownVariables(env: NodeJS.ProcessEnv = process.env): string[] {
  return Object.keys(env).filter((name) => name.startsWith('GUICHENG_') && !Object.hasOwn(variables, name));
}

/** Where programs are looked for and kept on this machine. */
export interface MachineFolders {
  /** The folders of PATH. */
  readonly searchPath: readonly string[];
  /** Guicheng's folder for what can be fetched again. */
  readonly cache: string;
}

/** The machine's own folders, by the usual conventions: PATH and XDG_CACHE_HOME. */
export function machineFolders(env: NodeJS.ProcessEnv = process.env): MachineFolders {
  return {
    searchPath: (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== ''),
    cache: path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'guicheng'),
  };
}
