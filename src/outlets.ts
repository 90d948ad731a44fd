import { mailSender } from './adapters/outbox/mail';
import { smsSender } from './adapters/outbox/sms';
import { webhookSender } from './adapters/outbox/webhook';
import type { Config } from './config';
import { isLoopback } from './config-rules';
import type { Channel } from './domain/outbox';
import type { Senders } from './ports/outbox';

/** How notices leave this process: by the channels that the configuration names. Nothing is connected yet. */
export function sendersOf(config: Config): Senders {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL, SMS_URL, SMS_HEADER, WEBHOOK_URL, WEBHOOK_SECRET } = config;
  return {
    ...(SMTP_URL &&
      MAIL_FROM &&
      PUBLIC_URL && {
        mail: mailSender({
          url: SMTP_URL,
          from: MAIL_FROM,
          publicUrl: PUBLIC_URL,
          plain: isLoopback(new URL(SMTP_URL).hostname),
        }),
      }),
    ...(SMS_URL &&
      SMS_HEADER && {
        sms: smsSender({
          url: SMS_URL,
          header: SMS_HEADER,
          template: config.SMS_TEMPLATE,
          accepted: config.SMS_ACCEPTED,
          publicUrl: PUBLIC_URL,
        }),
      }),
    ...(WEBHOOK_URL && WEBHOOK_SECRET && { webhook: webhookSender({ url: WEBHOOK_URL, secret: WEBHOOK_SECRET }) }),
  };
}

/** The channels that the configuration names. */
export function channelsOf(config: Config): readonly Channel[] {
  return Object.keys(sendersOf(config)) as Channel[];
}
