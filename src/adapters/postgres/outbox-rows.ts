import { v7 as newId } from 'uuid';
import { addressFor, PERSONAL_CHANNELS } from '../../domain/contact';
import type { Channel } from '../../domain/outbox';
import { toContact } from './contacts';
import type { ContactModel } from './generated/models';
import type { Statements } from './statements';

/** What leaves the service besides what it shows: by which channels, and what happens when a step has written something for them. */
export interface Outlets {
  readonly channels: readonly Channel[];
  /** Told after the step's transaction; must neither wait nor throw. */
  written(): void;
}

/** Nothing leaves. */
export const NO_OUTLETS: Outlets = { channels: [], written: () => undefined };

/** A notification that a step has just written. */
interface Written {
  readonly id: string;
  readonly personId: string;
}

/**
 * Puts notifications of one notice on their way, in the transaction that wrote them: to each person by the channels that they want, to another
 * system once.
 */
export async function fillOutbox(
  tx: Statements,
  { channels, written }: Outlets,
  kind: string,
  notifications: readonly Written[],
): Promise<void> {
  const [first] = notifications;
  if (channels.length === 0 || !first) return;
  const rows = await personalRows(tx, channels, kind, notifications);
  if (channels.includes('webhook')) rows.push({ id: newId(), notificationId: first.id, channel: 'webhook' });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO outbox_message (id, "notificationId", channel)
    SELECT id, "notificationId", channel FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS written(id uuid, "notificationId" uuid, channel text)`;
  written();
}

async function personalRows(
  tx: Statements,
  channels: readonly Channel[],
  kind: string,
  notifications: readonly Written[],
): Promise<{ id: string; notificationId: string; channel: Channel }[]> {
  const personal = PERSONAL_CHANNELS.filter((channel) => channels.includes(channel));
  if (personal.length === 0) return [];
  const personIds = notifications.map(({ personId }) => personId);
  const found = await tx.$queryRaw<Omit<ContactModel, 'updatedAt'>[]>`
    SELECT "personId", email, mobile, "mailTopics", "smsTopics" FROM contact WHERE "personId" = ANY(${personIds}::uuid[])`;
  const contacts = new Map(found.map((row) => [row.personId, toContact(row)]));
  return notifications.flatMap(({ id, personId }) =>
    personal
      .filter((channel) => addressFor(contacts.get(personId) ?? null, channel, kind) !== null)
      .map((channel) => ({ id: newId(), notificationId: id, channel })),
  );
}
