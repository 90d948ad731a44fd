import type { SignInFlows } from '../../ports/sign-in-flows';
import type { Database } from './database';

/** Sign-ins under way, in PostgreSQL: a browser may come back to another replica than it left from. */
export function postgresSignInFlows(database: Database): SignInFlows {
  return {
    async begin(flow, now) {
      await database.$transaction([
        database.signInFlow.deleteMany({ where: { expiresAt: { lte: now } } }),
        database.signInFlow.create({ data: flow }),
      ]);
    },
    pendingFrom: (address, now) => database.signInFlow.count({ where: { address, expiresAt: { gt: now } } }),
    async take({ tokenHash, state }, now) {
      const flow = await database.signInFlow.findUnique({ where: { tokenHash, state, expiresAt: { gt: now } } });
      // Two may find it; it is given to the one who removes it.
      const { count } = await database.signInFlow.deleteMany({ where: { tokenHash, state } });
      return count === 1 ? flow : null;
    },
  };
}
