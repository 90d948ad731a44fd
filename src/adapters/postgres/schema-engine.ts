import { readFile } from 'node:fs/promises';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter, SqlQuery, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool, types, type PoolConfig, type QueryResult } from 'pg';

// TypeScript's own description of WebAssembly is part of the browser's.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/** What one use of the engine leaves behind. */
interface Session {
  /** The engine lets go of its connections, and with them of its own lock, only when somebody closes them. */
  readonly adapters: SqlDriverAdapter[];
  /** The last error of the database, which the engine would only repeat in its own words. */
  error?: unknown;
}

let loading: Promise<void> | undefined;

/** Prisma's schema engine as WebAssembly: `prisma migrate` would download a native one at run time instead. */
function load(): Promise<void> {
  return (loading ??= (async () => {
    const bytes = await readFile(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/js$/, 'wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': withoutWaiting(engine) });
    engine.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })());
}

/** The engine times its own lock and never takes the timer back: unreferenced, it does not keep the process alive. */
function withoutWaiting(imports: object): object {
  const setTimer = (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref();
  return Object.fromEntries(
    Object.entries(imports).map(([name, value]) => [name, name.startsWith('__wbg_setTimeout_') ? setTimer : value]),
  );
}

/** Runs work with a schema engine on a database; a failure of the database itself is thrown as PostgreSQL told it. */
export async function withSchemaEngine<T>(url: string, work: (engine: engine.SchemaEngine) => Promise<T>): Promise<T> {
  await load();
  const session: Session = { adapters: [] };
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterFactory(url, session));
  const schemaEngine = await engine.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  try {
    return await work(schemaEngine);
  } catch (error) {
    throw session.error ?? error;
  } finally {
    schemaEngine.free();
    // The shadow database's adapter, made last, drops that database by way of an earlier one.
    for (const each of session.adapters.reverse()) await each.dispose();
  }
}

/**
 * The engine's way to the database: PrismaPg, but for three things in which it fails this engine. It splits scripts at
 * every semicolon, those inside functions included; given a URL, its shadow database is the database itself; and it
 * refuses PostgreSQL's internal type "char", which the engine's own questions about a schema use.
 */
function adapterFactory(url: string, session: Session): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url, session),
    connectToShadowDb: async () => {
      const name = `shadow_${globalThis.crypto.randomUUID().replaceAll('-', '')}`;
      const main = await connect(url, session);
      await main.executeScript(`CREATE DATABASE ${name}`);
      const shadowUrl = new URL(url);
      shadowUrl.pathname = `/${name}`;
      return connect(shadowUrl.href, session, () => main.executeScript(`DROP DATABASE ${name}`));
    },
  };
}

async function connect(url: string, session: Session, afterwards = async () => {}) {
  const pool = new EnginePool({ connectionString: url });
  const adapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  const improved = Object.assign(adapter, {
    queryRaw: async (query: SqlQuery) => {
      const result = await queryRaw(query);
      for (const column of pool.characters.get(result.rows) ?? [])
        result.columnTypes[column] = ColumnTypeEnum.Character;
      return result;
    },
    // PostgreSQL runs a script of several statements as one transaction.
    executeScript: async (script: string) => {
      try {
        await pool.query(script);
      } catch (error) {
        session.error = error;
        throw error;
      }
    },
    dispose: async () => {
      if (pool.ended) return;
      await pool.end();
      await afterwards();
    },
  } satisfies Partial<SqlDriverAdapter>);
  session.adapters.push(improved);
  return improved;
}

const { CHAR: internalChar, TEXT: text } = types.builtins;

/** Passes columns of type "char" as text, which PrismaPg accepts, and remembers which they were. */
class EnginePool extends Pool {
  /** By the rows of a result, the places of such columns. */
  readonly characters = new WeakMap<unknown[], number[]>();

  constructor(config: PoolConfig) {
    super(config);
    const query = this.query.bind(this) as (...args: unknown[]) => Promise<QueryResult>;
    Object.assign(this, {
      query: async (...args: unknown[]) => {
        const result = await query(...args);
        const columns = (result.fields ?? []).flatMap(({ dataTypeID }, index) =>
          dataTypeID === internalChar ? index : [],
        );
        for (const column of columns) result.fields[column]!.dataTypeID = text;
        if (columns.length > 0) this.characters.set(result.rows, columns);
        return result;
      },
    });
  }
}
