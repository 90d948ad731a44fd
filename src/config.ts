import { homedir } from 'node:os';
import path from 'node:path';
import type { z } from 'zod';
import { variables, type Variable } from './config-variables';

type Name = keyof typeof variables;
type Values = { readonly [K in Name]: z.output<(typeof variables)[K]['schema']> };

/** What the environment asks for, by the names of its variables. A variable without a default is `undefined` when unset. */
export interface Config extends Values {
  readonly GUICHENG_DATA_DIR: string;
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

function parse(env: NodeJS.ProcessEnv): Values {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(variables)) {
    // An empty variable is an unset one: `TEMPORAL_API_KEY=` in a compose file would otherwise turn TLS on.
    const value = env[name] || undefined;
    const result = variable.schema.safeParse(value);
    if (result.success) values[name] = result.data;
    else problems.push(problemWith(name, variable, value ?? ''));
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return values as Values;
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
    SEED_EXAMPLE: values.SEED_EXAMPLE ?? values.DATABASE_URL === undefined,
  });
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
