import type { Channel, Settled } from '../../domain/outbox';
import type { ClaimedMessage, OutboxQueue, PostedNotice } from '../../ports/outbox';
import { toContact } from './contacts';
import type { Database } from './database';

/** The outbox in PostgreSQL, as its senders see it. The database's clock is the only one, so that several machines agree. */
export function postgresOutboxQueue(database: Database): OutboxQueue {
  return {
    claim: (channel, leaseMs) => claim(database, channel, leaseMs),
    settle: (claimed, settled, maskedTo) => settle(database, claimed, settled, maskedTo),
    async giveUpLostTexts() {
      await database.$executeRaw`
        UPDATE outbox_message SET state = 'uncertain', reason = 'worker-lost', "dueAt" = NULL
        WHERE channel = 'sms' AND state = 'sending' AND "dueAt" <= now()`;
    },
    async nextDueInMs(channels) {
      const [row] = await database.$queryRaw<{ ms: number | null }[]>`
        SELECT extract(epoch FROM min("dueAt") - now())::float8 * 1000 AS ms FROM outbox_message
        WHERE channel = ANY(${[...channels]}) AND state IN ('waiting', 'sending')`;
      return row?.ms == null ? null : Math.max(0, Math.ceil(row.ms));
    },
  };
}

/** One statement: whoever comes at the same moment skips the row that is being taken. */
async function claim(database: Database, channel: Channel, leaseMs: number): Promise<ClaimedMessage | null> {
  const states = channel === 'sms' ? ['waiting'] : ['waiting', 'sending'];
  const [taken] = await database.$queryRaw<{ id: string; token: string }[]>`
    UPDATE outbox_message
    SET state = 'sending', attempts = attempts + 1, token = gen_random_uuid(),
      "dueAt" = now() + ${leaseMs} * interval '1 millisecond'
    WHERE id = (
      SELECT id FROM outbox_message
      WHERE channel = ${channel} AND state = ANY(${states}) AND "dueAt" <= now()
      ORDER BY "dueAt", id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, token`;
  return taken ? read(database, taken) : null;
}

async function read(database: Database, { id, token }: { id: string; token: string }): Promise<ClaimedMessage> {
  const { channel, attempts, notification } = await database.outboxMessage.findUniqueOrThrow({
    where: { id },
    select: {
      channel: true,
      attempts: true,
      notification: { include: { person: { select: { contact: true } } } },
    },
  });
  const { procedureId, kind, params, createdAt, person } = notification;
  return {
    id,
    token,
    channel: channel as Channel,
    attempts,
    procedureId,
    kind,
    params: params as PostedNotice['params'],
    createdAt,
    contact: person.contact && toContact(person.contact),
  };
}

/** A text message that was given up as lost while its sender was only slow still hears what came of it, unless a person has decided. */
async function settle(
  database: Database,
  { id, token }: { id: string; token: string },
  { state, reason, status, retryInMs }: Settled,
  maskedTo: string | null,
): Promise<void> {
  await database.$executeRaw`
    UPDATE outbox_message
    SET state = ${state}, reason = ${reason}, status = ${status}, "maskedTo" = coalesce(${maskedTo}, "maskedTo"),
      "dueAt" = now() + ${retryInMs} * interval '1 millisecond',
      "sentAt" = CASE WHEN ${state} = 'sent' THEN now() ELSE "sentAt" END
    WHERE id = ${id}::uuid AND token = ${token}::uuid AND state IN ('sending', 'uncertain')`;
}
