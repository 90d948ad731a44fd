import { createServer } from 'node:http';
import express from 'express';
import { Pool } from 'pg';
import { listen } from '../stack/service';
import type { Statement } from '../stack/sql';

/** The table of the bare route, with the columns and the key of the real one. */
export const BARE_TABLE: Statement = [
  'CREATE TABLE bare_ballot (LIKE ballot INCLUDING ALL); GRANT INSERT ON bare_ballot TO guicheng_app',
];

/** A server with one route, which puts one row into a table with one statement and asks for nothing else. */
export async function startBareRoute(databaseUrl: string): Promise<{ url: string; close(): Promise<void> }> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10, options: '-c role=guicheng_app' });
  const app = express();
  app.post('/ballots', express.json(), async (request, response) => {
    const { voteId, personId, choice } = request.body;
    await pool.query({
      name: 'ballot',
      text: 'INSERT INTO bare_ballot ("voteId", "personId", choice, "enteredById", "castAt") VALUES ($1, $2, $3, $2, now())',
      values: [voteId, personId, choice],
    });
    response.json({ voteId });
  });
  const server = createServer(app);
  const url = await listen(server);
  return {
    url,
    async close() {
      server.closeAllConnections();
      server.close();
      await pool.end();
    },
  };
}
