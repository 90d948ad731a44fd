import type { ClaimOutcome, IdempotencyKeys, KeyClaim } from '../../ports/idempotency';
import type { Database } from './database';

/** First answers in PostgreSQL. Every step is one statement, so that two replicas cannot both claim a key. */
export function postgresIdempotencyKeys(database: Database): IdempotencyKeys {
  return {
    async claim(claim, now, { abandonedBefore, forgetBefore }) {
      const { accountId, key, request } = claim;
      const claimed = await database.$executeRaw`
        WITH forgotten AS (
          DELETE FROM idempotency_key
          WHERE "accountId" = ${accountId}::uuid AND key <> ${key} AND "createdAt" < ${forgetBefore}
        )
        INSERT INTO idempotency_key ("accountId", key, request, "createdAt")
        VALUES (${accountId}::uuid, ${key}, ${request}, ${now})
        ON CONFLICT ("accountId", key) DO UPDATE SET "createdAt" = ${now}
        WHERE idempotency_key.request = ${request} AND idempotency_key.status IS NULL
          AND idempotency_key."createdAt" < ${abandonedBefore}`;
      return claimed === 1 ? { outcome: 'claimed' } : describe(database, claim);
    },
    async answer({ accountId, key }, { status, body, location }) {
      const response = body === undefined ? null : JSON.stringify(body);
      await database.$executeRaw`
        UPDATE idempotency_key SET status = ${status}, response = ${response}::jsonb, location = ${location}
         WHERE "accountId" = ${accountId}::uuid AND key = ${key} AND status IS NULL`;
    },
    async release({ accountId, key }) {
      // The fingerprint stays: the same key with another request is a mistake also after an outage.
      const createdAt = new Date(0);
      await database.idempotencyKey.updateMany({ where: { accountId, key, status: null }, data: { createdAt } });
    },
  };
}

async function describe(database: Database, { accountId, key, request }: KeyClaim): Promise<ClaimOutcome> {
  const row = await database.idempotencyKey.findUnique({ where: { accountId_key: { accountId, key } } });
  // Forgotten in the meantime: the next repeat will claim it.
  if (!row) return { outcome: 'in-progress' };
  if (row.request !== request) return { outcome: 'another-request' };
  if (row.status === null) return { outcome: 'in-progress' };
  return { outcome: 'answered', answer: { status: row.status, body: row.response, location: row.location } };
}
