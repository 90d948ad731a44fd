import type { HolidayCalendar } from '../../domain/calendar/holidays';
import { isInForce, type Grant, type Role } from '../../domain/permissions';
import { completeRulebook, type RulebookValues } from '../../domain/rulebook';
import type { VoteCounts } from '../../domain/procedure/model';
import type { Unit } from '../../ports/ledger';
import type { Prisma } from './generated/client';
import { lockProcedure } from './procedure-row';
import { saveChange } from './save-change';

/** What a step reads and writes, inside the transaction it is given. */
export function openUnit(tx: Prisma.TransactionClient): Unit {
  const holders: Unit['holders'] = (roles, path, on) => readHolders(tx, { roles, path, on });
  return {
    organisation: (id) => tx.organisation.findUnique({ where: { id }, select: { path: true } }),
    lock: (id) => lockProcedure(tx, id),
    grantsOf: (accountId) => readGrants(tx, accountId),
    calendar: () => readCalendar(tx),
    rulebook: (path, on) => readRulebook(tx, path, on),
    unknownPersons: (ids) => unknownPersons(tx, ids),
    fileExists: async (id, organisationId) => (await tx.file.count({ where: { id, organisationId } })) > 0,
    texts: (digests) => readTexts(tx, digests),
    countBox: (voteId) => countBox(tx, voteId),
    holders,
    save: (change) => saveChange(tx, change, holders),
  };
}

/** The texts by digest; erased or unknown ones are null. */
export async function readTexts(
  client: Prisma.TransactionClient,
  digests: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (digests.length === 0) return new Map();
  const rows = await client.evidence.findMany({
    where: { digest: { in: [...digests] } },
    select: { digest: true, content: true },
  });
  return new Map(rows.map(({ digest, content }) => [digest, content]));
}

async function readGrants(tx: Prisma.TransactionClient, accountId: string): Promise<Grant[]> {
  const rows = await tx.roleGrant.findMany({
    where: { accountId, account: { disabledAt: null } },
    include: { organisation: { select: { path: true } } },
  });
  return rows.map(({ role, organisationId, organisation, validFrom, validTo }) => {
    return { role: role as Role, organisationId, organisationPath: organisation.path, validFrom, validTo };
  });
}

async function readCalendar(tx: Prisma.TransactionClient): Promise<HolidayCalendar> {
  const row = await tx.calendarVersion.findFirst({ orderBy: [{ createdAt: 'desc' }, { version: 'desc' }] });
  // No table at all is the same as a year without data: weekends alone, and everything provisional.
  if (!row) return { version: 'none', years: [], days: {} };
  return { ...(row.data as unknown as Pick<HolidayCalendar, 'years' | 'days'>), version: row.version };
}

/** Each organisation's newest version in force, from the root down: what is below refines what is above. */
async function readRulebook(tx: Prisma.TransactionClient, path: string, on: string): Promise<RulebookValues> {
  const ids = path.split('/').filter(Boolean);
  const rows = await tx.rulebook.findMany({
    where: { organisationId: { in: ids }, effectiveOn: { lte: on } },
    orderBy: { version: 'asc' },
  });
  const values = ids.flatMap((id) => rows.filter(({ organisationId }) => organisationId === id).slice(-1));
  return completeRulebook(Object.assign({}, ...values.map((row) => row.values)) as Partial<RulebookValues>);
}

async function unknownPersons(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<string[]> {
  const known = await tx.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  const found = new Set(known.map(({ id }) => id));
  return ids.filter((id) => !found.has(id));
}

/** The exclusive lock waits for ballots under way and lets none in after it. */
async function countBox(tx: Prisma.TransactionClient, voteId: string): Promise<VoteCounts> {
  await tx.$executeRaw`SELECT id FROM vote WHERE id = ${voteId}::uuid FOR UPDATE`;
  const rows = await tx.ballot.groupBy({ by: ['choice'], where: { voteId }, _count: true });
  const count = (choice: string) => rows.find((row) => row.choice === choice)?._count ?? 0;
  return { inFavour: count('in-favour'), against: count('against'), abstained: count('abstain') };
}

async function readHolders(
  tx: Prisma.TransactionClient,
  { roles, path, on }: { roles: readonly Role[]; path: string; on: string },
): Promise<string[]> {
  const rows = await tx.roleGrant.findMany({
    where: {
      role: { in: [...roles] },
      organisationId: { in: path.split('/').filter(Boolean) },
      account: { disabledAt: null },
    },
    select: { validFrom: true, validTo: true, account: { select: { personId: true } } },
  });
  return [...new Set(rows.filter((grant) => isInForce(grant, on)).map(({ account }) => account.personId))];
}
