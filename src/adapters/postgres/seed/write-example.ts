import type { PrismaClient } from '../generated/client';
import { ACCOUNTS, type ExampleAccount } from './accounts';
import { accountRows, bodyRows, calendarRow, grantRows, membershipRows, organisationRows, personRows } from './rows';

/** How long another run is waited for, and for a connection, in milliseconds. */
const LIMITS = { maxWait: 10_000, timeout: 30_000 };

/**
 * Adds what is missing of the example and leaves alone what is there, changed or not; an existing account keeps its
 * password. Of two runs at once, the second waits at the first row for the first one and then finds everything there.
 * @returns the accounts as the example has them, without those whose username or person had another account before.
 */
export async function writeExample(prisma: PrismaClient, passwordHash: string): Promise<readonly ExampleAccount[]> {
  return prisma.$transaction(async (tx) => {
    await tx.organisation.createMany({ data: organisationRows(), skipDuplicates: true });
    await tx.body.createMany({ data: bodyRows(), skipDuplicates: true });
    await tx.person.createMany({ data: personRows(), skipDuplicates: true });
    await tx.membership.createMany({ data: membershipRows(), skipDuplicates: true });
    await tx.account.createMany({ data: accountRows(passwordHash), skipDuplicates: true });

    const ids = ACCOUNTS.map(({ id }) => id);
    const found = await tx.account.findMany({ where: { id: { in: ids } }, select: { id: true } });
    const existing = new Set(found.map(({ id }) => id));
    const grants = grantRows().filter(({ accountId }) => existing.has(accountId));
    await tx.roleGrant.createMany({ data: grants, skipDuplicates: true });

    // The newest table counts: one that people imported must not be put behind this one.
    const imported = await tx.calendarVersion.count();
    if (imported === 0) await tx.calendarVersion.createMany({ data: [calendarRow()], skipDuplicates: true });
    return ACCOUNTS.filter(({ id }) => existing.has(id));
  }, LIMITS);
}
