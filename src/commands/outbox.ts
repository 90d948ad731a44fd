import { setTimeout as pause } from 'node:timers/promises';
import type { SendReport } from '../contract/messages/outbox';
import { addressFor, maskedAddress } from '../domain/contact';
import { settle, type Channel, type Delivery, type Settled } from '../domain/outbox';
import type { ClaimedMessage, OutboxQueue, PostedNotice, Senders } from '../ports/outbox';

/** What sends, and from where. */
export interface OutboxParts {
  readonly queue: OutboxQueue;
  readonly senders: Senders;
  /** Whether everything here is only practice. */
  readonly isTraining: () => Promise<boolean>;
  /** How long whoever took a message has it for themselves; longer than any sending takes. */
  readonly leaseMs?: number;
  /** The pause after a first attempt that failed. */
  readonly firstPauseMs?: number;
  /** Told of a sender that threw, which is a mistake of ours. What it says may hold an address, so only its name is told. */
  readonly onMistake?: (channel: Channel, name: string) => void;
}

/** Longer than the senders' own limits together. */
const LEASE_MS = 45_000;

/** A round takes no more messages in hand after this time. */
const ROUND_MS = 5_000;

/** How many messages of a channel a round has in hand at once. */
const LANES: Readonly<Record<Channel, number>> = { mail: 3, sms: 2, webhook: 2 };

/** Sends what is due by now, for a few seconds at most, beside whoever else does the same. */
export async function sendDue(parts: OutboxParts): Promise<SendReport> {
  const { queue, senders } = parts;
  const channels = Object.keys(senders) as Channel[];
  if (channels.length === 0) return { taken: 0, nextInMs: null };
  await queue.giveUpLostTexts();
  const training = await parts.isTraining();
  const until = performance.now() + ROUND_MS;
  const lanes = channels.flatMap((channel) => Array<Channel>(LANES[channel]).fill(channel));
  // Whatever happens in one lane, the others finish what they have in hand.
  const rounds = await Promise.allSettled(lanes.map((channel) => runLane(parts, { channel, training, until })));
  const failed = rounds.find((round) => round.status === 'rejected');
  if (failed) throw failed.reason;
  const taken = rounds.reduce((sum, round) => sum + (round.status === 'fulfilled' ? round.value : 0), 0);
  return { taken, nextInMs: await queue.nextDueInMs(channels) };
}

async function runLane(
  parts: OutboxParts,
  { channel, training, until }: { channel: Channel; training: boolean; until: number },
): Promise<number> {
  let taken = 0;
  while (performance.now() < until) {
    const message = await parts.queue.claim(channel, parts.leaseMs ?? LEASE_MS);
    if (!message) break;
    taken += 1;
    await deliver(parts, message, training);
  }
  return taken;
}

const NOT_WANTED: Settled = { state: 'cancelled', reason: 'not-wanted', status: null, retryInMs: null };

async function deliver(parts: OutboxParts, message: ClaimedMessage, training: boolean): Promise<void> {
  const { queue, senders, firstPauseMs } = parts;
  const { channel, contact, kind, attempts } = message;
  const { id, procedureId, params, createdAt } = message;
  const notice: PostedNotice = { id, procedureId, kind, params, createdAt, training };
  const settleWith = (delivery: Delivery) =>
    settle(delivery, { channel, attempts, ...(firstPauseMs !== undefined && { firstPauseMs }) });
  if (channel === 'webhook') {
    const delivery = await attempt(parts, channel, () => senders.webhook!.send(notice));
    return keep(queue, message, settleWith(delivery), null);
  }
  const address = addressFor(contact, channel, kind);
  if (address === null) return keep(queue, message, NOT_WANTED, null);
  const delivery = await attempt(parts, channel, () => senders[channel]!.send(notice, address));
  return keep(queue, message, settleWith(delivery), maskedAddress(channel, address));
}

/** A sender that throws leaves open what happened. */
async function attempt({ onMistake }: OutboxParts, channel: Channel, send: () => Promise<Delivery>): Promise<Delivery> {
  try {
    return await send();
  } catch (error) {
    onMistake?.(channel, error instanceof Error ? error.name : typeof error);
    return { outcome: 'unknown', reason: 'internal' };
  }
}

const KEEP_TRIES = 5;

/** What went out and is not written down goes out again, or has to be asked after: a short outage of the database is waited for. */
async function keep(
  queue: OutboxQueue,
  message: ClaimedMessage,
  settled: Settled,
  maskedTo: string | null,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await queue.settle(message, settled, maskedTo);
    } catch (error) {
      if (tries === KEEP_TRIES) throw error;
      await pause(1_000);
    }
  }
}
