import type { Actor } from '../../domain/permissions';
import type { Sessions } from '../../ports/sessions';
import type { Database } from './database';
import { Prisma } from './generated/client';
import { grantsColumn } from './grants';

/** Signed-in browsers in PostgreSQL. */
export function postgresSessions(database: Database): Sessions {
  return {
    async create(session, now) {
      const { accountId } = session;
      await database.$transaction([
        database.session.deleteMany({ where: { accountId, expiresAt: { lte: now } } }),
        database.session.create({ data: { ...session, createdAt: now } }),
      ]);
    },
    async actorOf(tokenHash, now) {
      // One statement: every request begins with it.
      const { rows } = await database.straight.direct<Actor>(Prisma.sql`
        SELECT account.id AS "accountId", account."personId", ${grantsColumn} AS grants
          FROM session JOIN account ON account.id = session."accountId"
         WHERE session."tokenHash" = ${tokenHash} AND session."expiresAt" > ${now} AND account."disabledAt" IS NULL`);
      return rows[0] ?? null;
    },
    async revoke(tokenHash) {
      const session = await database.session.findUnique({ where: { tokenHash }, select: { oidc: true } });
      await database.session.deleteMany({ where: { tokenHash } });
      return { oidc: session?.oidc ?? false };
    },
    async revokeAll(accountId, exceptTokenHash) {
      const others = exceptTokenHash === undefined ? {} : { tokenHash: { not: exceptTokenHash } };
      await database.session.deleteMany({ where: { accountId, ...others } });
    },
  };
}
