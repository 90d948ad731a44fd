import { addressFor, maskedAddress, type PersonalChannel } from '../../domain/contact';
import type { Channel, OutboxReason, OutboxState } from '../../domain/outbox';
import type { Outbox, OutboxDecision, OutboxMessage } from '../../ports/outbox';
import { toContact } from './contacts';
import type { Database } from './database';
import type { Prisma } from './generated/client';
import { pageArguments, toPage } from './paging';

const whole = {
  notification: {
    select: {
      kind: true,
      procedureId: true,
      procedure: { select: { organisationId: true } },
      person: { select: { id: true, name: true, contact: true } },
    },
  },
} satisfies Prisma.OutboxMessageInclude;

type Row = Prisma.OutboxMessageGetPayload<{ include: typeof whole }>;

/** The outbox in PostgreSQL, as people see it. */
export function postgresOutbox(database: Database): Outbox {
  return {
    async list({ paths, state, channel }, page) {
      const below = paths.map((path) => ({ organisation: { path: { startsWith: path } } }));
      const rows = await database.outboxMessage.findMany({
        where: { notification: { procedure: { OR: below } }, ...(state && { state }), ...(channel && { channel }) },
        include: whole,
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        ...pageArguments(page),
      });
      return toPage(rows, page, toMessage);
    },
    async find(id) {
      const row = await database.outboxMessage.findUnique({ where: { id }, include: whole });
      return row && toMessage(row);
    },
    decide: (id, decision) => decide(database, id, decision),
  };
}

/** The token goes, so that a sender who comes back late has nothing to say any more. */
async function decide(database: Database, id: string, decision: OutboxDecision): Promise<boolean> {
  const decided = { decisionId: decision.id, decidedById: decision.accountId, decidedAt: new Date(), token: null };
  const outcome =
    decision.what === 'resend'
      ? { state: 'waiting', reason: null, status: null, attempts: 0, dueAt: new Date() }
      : { state: 'cancelled', reason: 'given-up' };
  const changed = await database.outboxMessage.updateMany({
    where: { id, state: { in: ['uncertain', 'failed'] } },
    data: { ...decided, ...outcome },
  });
  return changed.count > 0 || (await database.outboxMessage.count({ where: { id, decisionId: decision.id } })) > 0;
}

function toMessage(row: Row): OutboxMessage {
  const { id, status, attempts, maskedTo, createdAt, dueAt, sentAt, notification } = row;
  const { kind, procedureId, procedure, person } = notification;
  const channel = row.channel as Channel;
  return {
    id,
    channel,
    state: row.state as OutboxState,
    reason: row.reason as OutboxReason | null,
    status,
    attempts,
    procedureId,
    organisationId: procedure.organisationId,
    kind,
    person: channel === 'webhook' ? null : { id: person.id, name: person.name },
    to: maskedTo ?? (channel === 'webhook' ? null : addressNow(channel, kind, person.contact)),
    createdAt,
    dueAt: row.state === 'waiting' ? dueAt : null,
    sentAt,
  };
}

function addressNow(
  channel: PersonalChannel,
  kind: string,
  row: Parameters<typeof toContact>[0] | null,
): string | null {
  const address = addressFor(row && toContact(row), channel, kind);
  return address && maskedAddress(channel, address);
}
