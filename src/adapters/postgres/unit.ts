import type { Instant } from '../../domain/calendar/civil-date';
import { isInForce, type Grant, type Role } from '../../domain/permissions';
import type { RulebookValues } from '../../domain/rulebook';
import { rulebookInForce } from '../../domain/rulebook-inheritance';
import type { Lineage, Seat, Tally } from '../../domain/procedure/model';
import type { Unit } from '../../ports/ledger';
import { digestOf } from '../../commands/chain';
import { addPrepared, lockAgendaItems, proposeItem, returningItems } from './agenda-steps';
import type { CalendarReader } from './calendars';
import { grantsOf } from './grants';
import type { Outlets } from './outbox-rows';
import { lockProcedure, lockProcedureFor } from './procedure-row';
import { rulebooksInEffect } from './rulebooks';
import { saveChange, saveTexts } from './save-change';
import { writeOne, type Statements } from './statements';

/** What a step reads and writes, inside the transaction it is given. */
export function openUnit(tx: Statements, { calendar, outlets }: { calendar: CalendarReader; outlets: Outlets }): Unit {
  const holders: Unit['holders'] = (roles, path, on) => readHolders(tx, { roles, path, on });
  return {
    organisation: (id) => readOrganisation(tx, id),
    lock: (id) => lockProcedure(tx, id),
    lockFor: (id, accountId) => lockProcedureFor(tx, id, accountId),
    grantsOf: (accountId) => readGrants(tx, accountId),
    calendar: () => calendar(tx),
    rulebook: (path, on) => readRulebook(tx, path, on),
    unknownPersons: (ids) => unknownPersons(tx, ids),
    fileExists: (id, organisationId) => fileExists(tx, id, organisationId),
    returningItems: (organisationId, body) => returningItems(tx, organisationId, body),
    roster: (of) => readRoster(tx, of),
    names: (ids) => readNames(tx, ids),
    agendaItems: (ids) => lockAgendaItems(tx, ids),
    propose: (item) => proposeItem(tx, item),
    addPrepared: (id, prepared) => addPrepared(tx, id, prepared),
    position: (seat) => readPosition(tx, seat),
    keep: (texts) => saveTexts(tx, texts),
    message: (id) => readMessage(tx, id),
    closeMessage: (id, outcome, at) => closeMessage(tx, id, { outcome, at }),
    texts: (digests) => readTexts(tx, digests),
    countBox: (voteId) => countBox(tx, voteId),
    holders,
    save: (change) => saveChange(tx, change, { holders, outlets }),
  };
}

/** The texts by digest; erased or unknown ones are null. */
export async function readTexts(
  client: Statements,
  digests: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (digests.length === 0) return new Map();
  const rows = await client.$queryRaw<{ digest: string; content: string | null }[]>`
    SELECT digest, content FROM evidence WHERE digest = ANY(${[...digests]}::text[])`;
  return new Map(rows.map(({ digest, content }) => [digest, content]));
}

async function readOrganisation(tx: Statements, id: string): ReturnType<Unit['organisation']> {
  const [found] = await tx.$queryRaw<{ path: string }[]>`SELECT path FROM organisation WHERE id = ${id}::uuid`;
  if (!found) return null;
  const ids = found.path.split('/').filter(Boolean);
  const rows = await tx.$queryRaw<{ id: string; kind: string }[]>`
    SELECT id, kind FROM organisation WHERE id = ANY(${ids}::uuid[])`;
  const lineage = ids.flatMap((one) => rows.filter((row) => row.id === one));
  return { path: found.path, lineage: lineage as unknown as Lineage };
}

async function fileExists(tx: Statements, id: string, organisationId: string): Promise<boolean> {
  const found = await tx.$queryRaw<object[]>`
    SELECT id FROM file WHERE id = ${id}::uuid AND "organisationId" = ${organisationId}::uuid`;
  return found.length > 0;
}

async function readMessage(tx: Statements, id: string): ReturnType<Unit['message']> {
  const [row] = await tx.$queryRaw<{ kind: string; data: object }[]>`
    SELECT kind, data FROM message WHERE id = ${id}::uuid AND "receivedAt" IS NULL`;
  return row ?? null;
}

async function closeMessage(tx: Statements, id: string, closed: { outcome: string; at: Instant }): Promise<void> {
  await writeOne(tx.$executeRaw`
    UPDATE message SET outcome = ${closed.outcome}, "receivedAt" = ${new Date(closed.at)} WHERE id = ${id}::uuid`);
}

async function readGrants(tx: Statements, accountId: string): Promise<Grant[] | null> {
  const [row] = await tx.$queryRaw<{ grants: Grant[] | null }[]>`SELECT ${grantsOf(accountId)} AS grants`;
  return row?.grants ?? null;
}

/** Each organisation's version in effect, from the root down: what is below refines what is above. */
async function readRulebook(tx: Statements, path: string, on: string): Promise<RulebookValues> {
  const ids = path.split('/').filter(Boolean);
  const inEffect = await rulebooksInEffect(tx, ids, on);
  return rulebookInForce(ids.flatMap((id) => inEffect.filter(({ organisationId }) => organisationId === id)));
}

async function unknownPersons(tx: Statements, ids: readonly string[]): Promise<string[]> {
  const known = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM person WHERE id = ANY(${[...ids]}::uuid[])`;
  const found = new Set(known.map(({ id }) => id));
  return ids.filter((id) => !found.has(id));
}

async function readNames(tx: Statements, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM person WHERE id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Somebody's seat, from a day and until another. */
type DatedSeat = Seat & Pick<Grant, 'validFrom' | 'validTo'>;

async function readRoster(
  tx: Statements,
  { organisationId, body, on }: Parameters<Unit['roster']>[0],
): Promise<Seat[]> {
  const seats = await tx.$queryRaw<DatedSeat[]>`
    SELECT membership."personId", membership.position, membership."validFrom", membership."validTo"
      FROM membership JOIN body ON body.id = membership."bodyId"
     WHERE body."organisationId" = ${organisationId}::uuid AND body.kind = ${body} ORDER BY membership.id`;
  return seats.filter((seat) => isInForce(seat, on)).map(({ personId, position }): Seat => ({ personId, position }));
}

async function readPosition(
  tx: Statements,
  { personId, ...of }: Parameters<Unit['position']>[0],
): Promise<string | null> {
  const seats = await readRoster(tx, of);
  return seats.find((seat) => seat.personId === personId)?.position ?? null;
}

/** The exclusive lock waits for ballots under way and lets none in after it. */
async function countBox(tx: Statements, voteId: string): Promise<Tally> {
  await tx.$executeRaw`SELECT id FROM vote WHERE id = ${voteId}::uuid FOR UPDATE`;
  const rows = await tx.$queryRaw<{ personId: string; choice: string }[]>`
    SELECT "personId", choice FROM ballot WHERE "voteId" = ${voteId}::uuid ORDER BY "personId"`;
  const count = (choice: string) => rows.filter((row) => row.choice === choice).length;
  const counts = { inFavour: count('in-favour'), against: count('against'), abstained: count('abstain') };
  return { ...counts, digest: digestOf({ voteId, ballots: rows }) };
}

async function readHolders(
  tx: Statements,
  { roles, path, on }: { roles: readonly Role[]; path: string; on: string },
): Promise<string[]> {
  const rows = await tx.$queryRaw<(Pick<Grant, 'validFrom' | 'validTo'> & { personId: string })[]>`
    SELECT account."personId", role_grant."validFrom", role_grant."validTo"
      FROM role_grant JOIN account ON account.id = role_grant."accountId" AND account."disabledAt" IS NULL
     WHERE role_grant.role = ANY(${[...roles]}::text[])
       AND role_grant."organisationId" = ANY(${path.split('/').filter(Boolean)}::uuid[])`;
  return [...new Set(rows.filter((grant) => isInForce(grant, on)).map(({ personId }) => personId))];
}
