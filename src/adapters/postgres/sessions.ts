import type { Sessions } from '../../ports/sessions';
import type { Database } from './database';
import { toGrant, withPath } from './grants';

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
      const session = await database.session.findUnique({
        where: { tokenHash, expiresAt: { gt: now }, account: { disabledAt: null } },
        select: { account: { select: { id: true, personId: true, grants: { include: withPath } } } },
      });
      if (!session) return null;
      const { id, personId, grants } = session.account;
      return { accountId: id, personId, grants: grants.map(toGrant) };
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
