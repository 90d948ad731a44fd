import { createTransport, type Transporter } from 'nodemailer';
import { mailWords } from '../../contract/words/outbox';
import type { Delivery, OutboxReason } from '../../domain/outbox';
import type { PersonalSender, PostedNotice } from '../../ports/outbox';

export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password where the server asks for them. */
  readonly url: string;
  /** `规程 <guicheng@example.cn>`, or the address alone. */
  readonly from: string;
  /** Where people reach this service. */
  readonly publicUrl: string;
  /** Whether TLS may be done without: on this machine only. */
  readonly plain: boolean;
}

/** How long the server may take for each step, and for all of them, in milliseconds. */
const STEP_MS = 8_000;
const WHOLE_MS = 20_000;

/** Mail by SMTP, one connection for each. The Message-ID goes by the message's id, so that a repeat is the same mail. */
export function mailSender(settings: MailSettings): PersonalSender {
  const transport = transportFor(settings);
  const { from } = settings;
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
  return {
    async send(notice, address) {
      try {
        await transport.sendMail({
          from,
          // As an object it is one address, whatever it holds.
          to: { name: '', address },
          messageId: `<${notice.id}@${domain}>`,
          ...contentOf(notice, settings.publicUrl),
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(WHOLE_MS),
        });
        return { outcome: 'sent' };
      } catch (error) {
        return deliveryOf(error);
      }
    },
  };
}

function transportFor({ url, plain }: MailSettings): Transporter {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    requireTLS: !plain,
    ignoreTLS: plain && !secure,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function contentOf(notice: PostedNotice, publicUrl: string): { subject: string; text: string } {
  return mailWords(notice, new URL(`/procedures/${notice.procedureId}`, publicUrl).href);
}

/** What nodemailer says went wrong. Its messages repeat the server's, which repeat addresses: only codes go on from here. */
interface MailError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly permanent?: boolean;
}

const REASONS: Readonly<Record<string, OutboxReason>> = {
  EAUTH: 'sign-in',
  ENOAUTH: 'sign-in',
  ETLS: 'tls',
  EDNS: 'unreachable',
  ESOCKET: 'unreachable',
  ECONNECTION: 'unreachable',
};

/**
 * What the server refused for good is not tried again. A server that cannot be reached or does not let us in says nothing about the mail; one that
 * broke off may have taken it, and a repeat under the same Message-ID does not make two mails of it.
 */
function deliveryOf(error: unknown): Delivery {
  const { code = '', command, responseCode: status, permanent } = error as MailError;
  const isAboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (isAboutTheMail && (permanent || command === 'API')) return { outcome: 'rejected', reason: 'refused', status };
  const reason = REASONS[code] ?? (status === undefined ? 'no-answer' : 'not-now');
  return { outcome: status === undefined ? 'unknown' : 'not-sent', reason, status };
}
