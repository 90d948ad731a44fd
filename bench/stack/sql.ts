import { Client } from 'pg';

/** Runs statements on a database as its owner, who may do what the service may not. */
export async function runSql(url: string, ...statements: readonly Statement[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const [text, ...values] of statements) await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** The text and its parameters. */
export type Statement = readonly [text: string, ...values: unknown[]];
