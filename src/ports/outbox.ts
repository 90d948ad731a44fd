import type { Contact } from '../domain/contact';
import type { Channel, Delivery, OutboxReason, OutboxState, Settled } from '../domain/outbox';
import type { Page, PageRequest } from './page';

/** What a notice says, apart from to whom. */
export interface PostedNotice {
  /** Of the message: it stays the same however often it is sent. */
  readonly id: string;
  readonly procedureId: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  readonly createdAt: Date;
  /** It tells of a procedure that is run for practice only. */
  readonly training: boolean;
}

/** Sends to an address. Whatever the far side does is an outcome; nothing of what it says goes on from here but a code. */
export interface PersonalSender {
  send(notice: PostedNotice, address: string): Promise<Delivery>;
}

/** Tells another system, which learns that something happened and to nobody's name. */
export interface SystemSender {
  send(notice: PostedNotice): Promise<Delivery>;
}

/** The channels that are configured. */
export interface Senders {
  readonly mail?: PersonalSender;
  readonly sms?: PersonalSender;
  readonly webhook?: SystemSender;
}

/** A message that one worker has in hand. The contact is that of whoever it is for. */
export interface ClaimedMessage extends Omit<PostedNotice, 'training'> {
  readonly channel: Channel;
  readonly contact: Contact | null;
  /** This one included. */
  readonly attempts: number;
  /** Of this claim: whoever holds another one has nothing to say any more. */
  readonly token: string;
}

/** Messages on their way out, as those who send them see them. Its times are the database's, never those of the training clock. */
export interface OutboxQueue {
  /**
   * Takes the message of the channel that has been due the longest, for nobody else to take until the lease ends; null when none is due. One
   * whose lease has ended without an outcome is taken again, unless it is a text message.
   */
  claim(channel: Channel, leaseMs: number): Promise<ClaimedMessage | null>;
  /** Keeps what came of it. Nothing happens when the claim does not hold any more. */
  settle(claim: Pick<ClaimedMessage, 'id' | 'token'>, settled: Settled, maskedTo: string | null): Promise<void>;
  /** Text messages whose sender was lost may have gone out. */
  giveUpLostTexts(): Promise<void>;
  /** In how many milliseconds the next message is due, in the past counting as zero; null when none waits. */
  nextDueInMs(channels: readonly Channel[]): Promise<number | null>;
}

/** A message as those who watch over the outbox see it. */
export interface OutboxMessage {
  readonly id: string;
  readonly channel: Channel;
  readonly state: OutboxState;
  readonly reason: OutboxReason | null;
  readonly status: number | null;
  readonly attempts: number;
  readonly procedureId: string;
  readonly organisationId: string;
  readonly kind: string;
  /** Whom it is for; null for a webhook. */
  readonly person: { readonly id: string; readonly name: string } | null;
  /** The masked address to which it was sent last, or is to be sent. */
  readonly to: string | null;
  readonly createdAt: Date;
  readonly dueAt: Date | null;
  readonly sentAt: Date | null;
}

/** What a person decides about a message that did not go out, or may not have. */
export interface OutboxDecision {
  /** Of the request: the same decision is carried out once. */
  readonly id: string;
  readonly what: 'resend' | 'give-up';
  readonly accountId: string;
}

/** The outbox as people see it. */
export interface Outbox {
  /** Those of procedures below one of the paths, the newest first. */
  list(
    filter: { paths: readonly string[]; state?: OutboxState | undefined; channel?: Channel | undefined },
    page: PageRequest,
  ): Promise<Page<OutboxMessage>>;
  find(id: string): Promise<OutboxMessage | null>;
  /** Carries a decision out on a message that is uncertain or has failed; false when it is neither (any more), unless by that very decision. */
  decide(id: string, decision: OutboxDecision): Promise<boolean>;
}
