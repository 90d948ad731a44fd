import { parseArgs } from 'node:util';
import { openDatabase, type Database } from './adapters/postgres/database';
import { procedureIds } from './adapters/postgres/records';
import type { Fault } from './commands/audit/fault';
import { loadConfig, type Config } from './config';
import { inBoth } from './contract/words/bilingual';
import { FAULTS } from './contract/words/faults';
import { withLogKeys } from './log-keys';
import { withDatabaseUrl } from './embedded/reach-postgres';

/** A command over the records of procedures: which options it has beside `--all`, and what it does with one procedure. */
export interface RecordCommand {
  readonly name: string;
  readonly flags?: readonly string[];
  /** Options that take the path of a file. */
  readonly options?: readonly string[];
  /** What it has to say of one procedure, and whether that is well. */
  run(database: Database, procedureId: string, asked: Asked): Promise<{ well: boolean; line: string }>;
}

/** What a command was started with, and the keys that are configured. */
export interface Asked extends Pick<Config, 'LOG_SIGNING_KEY'> {
  readonly flags: ReadonlySet<string>;
  readonly options: Readonly<Record<string, string | undefined>>;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Runs a command for the procedures that the arguments name; says a line for each, and ends with code 1 when one of them is not well. */
export async function runRecordCommand(command: RecordCommand, args: readonly string[]): Promise<void> {
  const asked = readArguments(command, args);
  if (!asked) {
    say(usage(command));
    process.exitCode = 2;
    return;
  }
  const config = await withLogKeys(loadConfig());
  const { LOG_SIGNING_KEY } = config;
  await withDatabaseUrl(config, async (url) => {
    const database = openDatabase(url, { maxConnections: 2, queryTimeoutMs: 60_000 });
    try {
      const ids = asked.id ? [asked.id] : await procedureIds(database);
      let wrong = 0;
      for (const id of ids) {
        const { well, line } = await command.run(database, id, { ...asked, LOG_SIGNING_KEY });
        if (!well) wrong += 1;
        say(`${id} ${line}`);
      }
      say(`共 ${ids.length} 个程序，${wrong} 个有问题 / ${ids.length} procedures, ${wrong} with a fault`);
      if (wrong > 0) process.exitCode = 1;
    } finally {
      await database.$disconnect();
    }
  });
}

function readArguments({ flags = [], options: files = [] }: RecordCommand, args: readonly string[]) {
  const options = {
    ...Object.fromEntries(['all', ...flags].map((name) => [name, { type: 'boolean' as const }])),
    ...Object.fromEntries(files.map((name) => [name, { type: 'string' as const }])),
  };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [id, ...more] = positionals;
    const isOne = id !== undefined && more.length === 0 && UUID.test(id);
    if (values['all'] ? positionals.length > 0 : !isOne) return null;
    const given = Object.entries(values);
    return {
      id,
      flags: new Set(given.flatMap(([name, value]) => (value === true ? [name] : []))),
      options: Object.fromEntries(given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    };
  } catch {
    return null;
  }
}

function usage({ name, flags = [], options = [] }: RecordCommand): string {
  const more = [...flags.map((flag) => ` [--${flag}]`), ...options.map((one) => ` [--${one} <文件 / file>]`)].join('');
  return `用法 / Usage: npm run ${name} -- <程序编号 / procedure id>|--all${more}`;
}

/** A fault in words: where, what is wrong, what should be there and what is. */
export function inWords({ code, place, expected, found }: Fault): string {
  const should = expected === undefined ? '' : `；应为 / should be ${shown(expected)}`;
  const is = found === undefined ? '' : `；现为 / is ${shown(found)}`;
  return `${place}: ${inBoth(FAULTS[code])}${should}${is}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Ends a command that failed with what a person can do something with. */
export function failed(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
