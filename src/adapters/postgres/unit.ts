import { isInForce, type Grant, type Role } from '../../domain/permissions';
import type { RulebookValues } from '../../domain/rulebook';
import { rulebookInForce } from '../../domain/rulebook-inheritance';
import type { Lineage, Seat, Tally } from '../../domain/procedure/model';
import type { Unit } from '../../ports/ledger';
import { digestOf } from '../../commands/chain';
import { addPrepared, lockAgendaItems, proposeItem, returningItems } from './agenda';
import { heldCalendar } from './calendars';
import type { Transaction } from './database';
import { grantsOf } from './grants';
import type { Outlets } from './outbox-rows';
import { lockProcedure, lockProcedureFor } from './procedure-row';
import { rulebooksInEffect } from './rulebooks';
import { saveChange } from './save-change';

/** What a step reads and writes, inside the transaction it is given. */
export function openUnit(tx: Transaction, outlets: Outlets): Unit {
  const holders: Unit['holders'] = (roles, path, on) => readHolders(tx, { roles, path, on });
  return {
    organisation: (id) => readOrganisation(tx, id),
    lock: (id) => lockProcedure(tx, id),
    lockFor: (id, accountId) => lockProcedureFor(tx, id, accountId),
    grantsOf: (accountId) => readGrants(tx, accountId),
    calendar: () => heldCalendar(tx),
    rulebook: (path, on) => readRulebook(tx, path, on),
    unknownPersons: (ids) => unknownPersons(tx, ids),
    fileExists: async (id, organisationId) => (await tx.file.count({ where: { id, organisationId } })) > 0,
    returningItems: (organisationId, body) => returningItems(tx, organisationId, body),
    roster: (of) => readRoster(tx, of),
    names: (ids) => readNames(tx, ids),
    agendaItems: (ids) => lockAgendaItems(tx, ids),
    propose: (item) => proposeItem(tx, item),
    addPrepared: (id, prepared) => addPrepared(tx, id, prepared),
    position: (seat) => readPosition(tx, seat),
    keep: async (texts) => void (await tx.evidence.createMany({ data: [...texts] })),
    message: (id) => readMessage(tx, id),
    closeMessage: async (id, outcome, at) =>
      void (await tx.message.update({ where: { id }, data: { outcome, receivedAt: new Date(at) } })),
    texts: (digests) => readTexts(tx, digests),
    countBox: (voteId) => countBox(tx, voteId),
    holders,
    save: (change) => saveChange(tx, change, { holders, outlets }),
  };
}

/** The texts by digest; erased or unknown ones are null. */
export async function readTexts(
  client: Transaction,
  digests: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (digests.length === 0) return new Map();
  const rows = await client.evidence.findMany({
    where: { digest: { in: [...digests] } },
    select: { digest: true, content: true },
  });
  return new Map(rows.map(({ digest, content }) => [digest, content]));
}

async function readOrganisation(tx: Transaction, id: string): ReturnType<Unit['organisation']> {
  const found = await tx.organisation.findUnique({ where: { id }, select: { path: true } });
  if (!found) return null;
  const ids = found.path.split('/').filter(Boolean);
  const rows = await tx.organisation.findMany({ where: { id: { in: ids } }, select: { id: true, kind: true } });
  const lineage = ids.flatMap((one) => rows.filter((row) => row.id === one));
  return { path: found.path, lineage: lineage as unknown as Lineage };
}

async function readMessage(tx: Transaction, id: string): ReturnType<Unit['message']> {
  const row = await tx.message.findUnique({ where: { id, receivedAt: null } });
  return row && { kind: row.kind, data: row.data as object };
}

async function readGrants(tx: Transaction, accountId: string): Promise<Grant[] | null> {
  const [row] = await tx.$queryRaw<{ grants: Grant[] | null }[]>`SELECT ${grantsOf(accountId)} AS grants`;
  return row?.grants ?? null;
}

/** Each organisation's version in effect, from the root down: what is below refines what is above. */
async function readRulebook(tx: Transaction, path: string, on: string): Promise<RulebookValues> {
  const ids = path.split('/').filter(Boolean);
  const inEffect = await rulebooksInEffect(tx, ids, on);
  return rulebookInForce(ids.flatMap((id) => inEffect.filter(({ organisationId }) => organisationId === id)));
}

async function unknownPersons(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const known = await tx.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  const found = new Set(known.map(({ id }) => id));
  return ids.filter((id) => !found.has(id));
}

async function readNames(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function readRoster(
  tx: Transaction,
  { organisationId, body, on }: Parameters<Unit['roster']>[0],
): Promise<Seat[]> {
  const seats = await tx.membership.findMany({
    where: { body: { organisationId, kind: body } },
    select: { personId: true, position: true, validFrom: true, validTo: true },
    orderBy: { id: 'asc' },
  });
  return seats.filter((seat) => isInForce(seat, on)).map(({ personId, position }): Seat => ({ personId, position }));
}

async function readPosition(
  tx: Transaction,
  { personId, organisationId, body, on }: Parameters<Unit['position']>[0],
): Promise<string | null> {
  const seats = await tx.membership.findMany({
    where: { personId, body: { organisationId, kind: body } },
    select: { position: true, validFrom: true, validTo: true },
  });
  return seats.find((seat) => isInForce(seat, on))?.position ?? null;
}

/** The exclusive lock waits for ballots under way and lets none in after it. */
async function countBox(tx: Transaction, voteId: string): Promise<Tally> {
  await tx.$executeRaw`SELECT id FROM vote WHERE id = ${voteId}::uuid FOR UPDATE`;
  const rows = await tx.ballot.findMany({
    where: { voteId },
    select: { personId: true, choice: true },
    orderBy: { personId: 'asc' },
  });
  const count = (choice: string) => rows.filter((row) => row.choice === choice).length;
  const counts = { inFavour: count('in-favour'), against: count('against'), abstained: count('abstain') };
  return { ...counts, digest: digestOf({ voteId, ballots: rows }) };
}

async function readHolders(
  tx: Transaction,
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
