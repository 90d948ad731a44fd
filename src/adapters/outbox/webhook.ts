import { createHmac } from 'node:crypto';
import type { Delivery } from '../../domain/outbox';
import type { PostedNotice, SystemSender } from '../../ports/outbox';
import { post, type Posted } from './post';

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
}

const TIMEOUT_MS = 10_000;

/** The header that proves where a call comes from: `sha256=`, then the HMAC-SHA256 of the body in hexadecimal. */
const SIGNATURE = 'X-Guicheng-Signature';

/** Another system is told that something happened: at least once, under an id by which it can tell a repeat. */
export function webhookSender({ url, secret }: WebhookSettings): SystemSender {
  return {
    async send(notice) {
      const body = JSON.stringify(bodyOf(notice));
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      return deliveryOf(await post({ url, headers: { [SIGNATURE]: signature }, body, timeoutMs: TIMEOUT_MS }));
    },
  };
}

function bodyOf({ id, kind, procedureId, createdAt, training }: PostedNotice): object {
  return { id, kind, procedureId, createdAt: createdAt.toISOString(), ...(training && { training }) };
}

function deliveryOf(posted: Posted): Delivery {
  if (posted.outcome === 'not-sent') return posted;
  if (posted.outcome === 'lost') return { outcome: 'unknown', reason: 'no-answer' };
  const { status } = posted;
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  if (status >= 500 || status === 408 || status === 429) return { outcome: 'not-sent', reason: 'not-now', status };
  return { outcome: 'rejected', reason: status < 400 ? 'redirected' : 'refused', status };
}
