import type { DataConverter } from '@temporalio/common';
import { mailSender } from '../../src/adapters/outbox/mail';
import { smsSender } from '../../src/adapters/outbox/sms';
import { webhookSender } from '../../src/adapters/outbox/webhook';
import type { Channel, OutboxState } from '../../src/domain/outbox';
import type { Senders } from '../../src/ports/outbox';
import { signInCast, type Cast } from './council';
import { startMailServer, type TestMailServer } from './mail-server';
import { until } from './patient';
import { startReceiver, type TestReceiver } from './receiver';
import { startService, type Service } from './service';

/** A service whose notices leave it, and everything they go to. */
export interface Post {
  readonly service: Service;
  readonly cast: Cast;
  readonly mail: TestMailServer;
  readonly provider: TestReceiver;
  readonly system: TestReceiver;
  readonly senders: Senders;
  /** Forgets what was sent; everything that it goes to works again. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export const PUBLIC_URL = 'https://guicheng.example.cn';

/** A second passes between the first attempts, not half a minute. */
export const HURRIED = { firstPauseMs: 1_000, leaseMs: 3_000 };

interface PostOptions {
  readonly databaseUrl?: string;
  readonly dataConverter?: DataConverter;
  /** The senders as a test wants them to go wrong. */
  readonly spoil?: (senders: Senders) => Senders;
}

export async function startPost({ spoil = (senders) => senders, ...options }: PostOptions = {}): Promise<Post> {
  const [mail, provider, system] = await Promise.all([startMailServer(), startReceiver(), startReceiver()]);
  const senders = spoil(sendersTo(mail.url, provider.url, system.url));
  const service = await startService({ ...options, outbox: { senders, ...HURRIED } });
  return {
    service,
    mail,
    provider,
    system,
    senders,
    cast: await signInCast(service),
    async clear() {
      await service.database.outboxMessage.deleteMany();
      for (const received of [mail.mails, provider.requests, system.requests]) received.length = 0;
      mail.objection = null;
      provider.answer = system.answer = { status: 200 };
    },
    async close() {
      await service.close();
      await Promise.all([mail.stop(), provider.stop(), system.stop()]);
    },
  };
}

function sendersTo(mail: string, provider: string, system: string): Senders {
  return {
    mail: mailSender({ url: mail, from: '规程 <guicheng@office.example.cn>', publicUrl: PUBLIC_URL, plain: true }),
    sms: smsSender({
      url: provider,
      header: 'X-Api-Key: of this service',
      template: '{"id":"{id}","mobile":"{mobile}","text":"{text}"}',
      accepted: undefined,
      publicUrl: undefined,
    }),
    webhook: webhookSender({ url: system, secret: 'a secret of sixteen or more' }),
  };
}

/** Waits until every message of the channel has come to one of the states, and gives them. */
export function untilAll(service: Service, channel: Channel, ...states: readonly OutboxState[]) {
  const read = () => service.database.outboxMessage.findMany({ where: { channel }, orderBy: { id: 'asc' } });
  return until(read, (rows) => rows.length > 0 && rows.every(({ state }) => states.includes(state as OutboxState)));
}
