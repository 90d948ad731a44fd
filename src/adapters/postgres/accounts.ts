import { checkNotHeld } from '../../domain/administration';
import { refuse, type Refusal } from '../../domain/refusal';
import type { Account, Accounts, NewGrant, OidcLink } from '../../ports/accounts';
import type { Database, Transaction } from './database';
import { toGrant, withPath } from './grants';
import { pageArguments, toPage } from './paging';
import { isTaken } from './taken';

const whole = {
  person: { include: { organisation: { select: { path: true } } } },
  grants: { include: withPath, orderBy: [{ validFrom: 'asc' as const }, { id: 'asc' as const }] },
};

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

/** Accounts and grants in PostgreSQL. */
export function postgresAccounts(database: Database): Accounts {
  const find = async (id: string) => {
    const row = await findRow(database, id);
    return row && toAccount(row);
  };
  return {
    find,
    async credentialsOf(by) {
      const where = 'username' in by ? { username: by.username } : { id: by.accountId };
      const row = await database.account.findUnique({ where });
      if (!row) return null;
      const { id, username, passwordHash, disabledAt } = row;
      return { accountId: id, username, passwordHash, disabled: disabledAt !== null };
    },
    async list(subtreePath, page) {
      const rows = await database.account.findMany({
        where: { person: { organisation: { path: { startsWith: subtreePath } } } },
        include: whole,
        orderBy: { username: 'asc' },
        ...pageArguments(page),
      });
      return toPage(rows, page, toAccount);
    },
    async linkedTo(link) {
      const row = await database.account.findUnique({ where: { oidcIssuer_oidcSubject: columns(link) } });
      return row && { accountId: row.id, disabled: row.disabledAt !== null };
    },
    async create({ oidc, ...account }) {
      await database.account.createMany({ data: { ...account, ...(oidc && columns(oidc)) }, skipDuplicates: true });
      const created = await find(account.id);
      if (created) return created;
      const { username, personId } = account;
      if (await database.account.findUnique({ where: { username } }))
        return refuse('account.username-taken', null, { username });
      const person = await database.account.findUnique({ where: { personId } });
      return person ? refuse('account.person-has-one', null) : refuse('account.subject-taken', null);
    },
    async setPassword(id, passwordHash) {
      await database.account.update({ where: { id }, data: { passwordHash } });
    },
    async link(id, link) {
      const data = link ? columns(link) : { oidcIssuer: null, oidcSubject: null };
      const forget = database.session.deleteMany({ where: { accountId: id } });
      try {
        await database.$transaction([database.account.update({ where: { id }, data }), forget]);
        return null;
      } catch (error) {
        if (isTaken(error)) return refuse('account.subject-taken', null);
        throw error;
      }
    },
    async setDisabled(id, disabled) {
      const forget = database.session.deleteMany({ where: { accountId: id } });
      const data = { disabledAt: disabled ? new Date() : null };
      await database.$transaction([database.account.update({ where: { id }, data }), ...(disabled ? [forget] : [])]);
    },
    grant: (grant) => database.$transaction((transaction) => addGrant(transaction, grant)),
    async endGrant(grantId, lastDay) {
      await database.roleGrant.update({ where: { id: grantId }, data: { validTo: lastDay } });
    },
  };
}

function findRow(client: Transaction, id: string) {
  return client.account.findUnique({ where: { id }, include: whole });
}

async function addGrant(transaction: Transaction, grant: NewGrant): Promise<Account | Refusal> {
  const { id, accountId } = grant;
  const read = async () => toAccount((await findRow(transaction, accountId))!);
  // Two grants that are given at the same moment would not see each other.
  await transaction.$queryRaw`SELECT id FROM account WHERE id = ${accountId}::uuid FOR UPDATE`;
  const account = await read();
  if (account.grants.some((given) => given.id === id)) return account;
  const refused = checkNotHeld(account.grants, grant);
  if (refused) return refused;
  await transaction.roleGrant.create({ data: grant });
  return read();
}

function columns({ issuer, subject }: OidcLink) {
  return { oidcIssuer: issuer, oidcSubject: subject };
}

function toAccount({ id, username, person, disabledAt, oidcIssuer, oidcSubject, grants }: Row): Account {
  return {
    id,
    username,
    personId: person.id,
    personName: person.name,
    organisationId: person.organisationId,
    disabled: disabledAt !== null,
    oidc: oidcIssuer !== null && oidcSubject !== null ? { issuer: oidcIssuer, subject: oidcSubject } : null,
    grants: grants.map(toGrant),
  };
}
