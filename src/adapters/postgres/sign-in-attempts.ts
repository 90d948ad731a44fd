import type { SignInAttempts } from '../../ports/sessions';
import type { Database } from './database';

/** Attempts to sign in, in PostgreSQL: shared by all replicas. */
export function postgresSignInAttempts(database: Database): SignInAttempts {
  const count = async (where: { username: string } | { address: string }, since: Date) => {
    const found = await database.signInFailure.aggregate({
      where: { ...where, at: { gte: since } },
      _count: true,
      _min: { at: true },
    });
    return { count: found._count, oldest: found._min.at };
  };
  return {
    async record(attempt, forget) {
      await database.signInFailure.create({ data: attempt });
      await database.signInFailure.deleteMany({ where: { at: { lt: forget } } });
    },
    async countSince({ username, address }, since) {
      const [byUsername, byAddress] = await Promise.all([count({ username }, since), count({ address }, since)]);
      return { username: byUsername, address: byAddress };
    },
    async withdraw(id) {
      await database.signInFailure.deleteMany({ where: { id } });
    },
    async clear(username) {
      await database.signInFailure.deleteMany({ where: { username } });
    },
  };
}
