import { textMessage } from '../../contract/words/outbox';
import type { Delivery } from '../../domain/outbox';
import type { PersonalSender, PostedNotice } from '../../ports/outbox';
import { post, type Posted } from './post';

/** How a provider of text messages is asked: JSON over HTTP, in the form that it wants. */
export interface SmsSettings {
  readonly url: string;
  /** The header that shows who we are, `Name: value`. */
  readonly header: string;
  /** JSON whose texts may hold `{id}`, `{mobile}`, `{text}`, `{textEn}` and `{link}`. */
  readonly template: string;
  /** What the answer of a provider that took the message holds, where its status does not tell. */
  readonly accepted: string | undefined;
  readonly publicUrl: string | undefined;
}

const TIMEOUT_MS = 10_000;

/** Text messages through a provider. It is asked once: what became of a lost answer is for people to find out. */
export function smsSender(settings: SmsSettings): PersonalSender {
  const { url, header, accepted } = settings;
  const template = JSON.parse(settings.template) as unknown;
  const [name = '', ...value] = header.split(':');
  const headers = { [name.trim()]: value.join(':').trim() };
  return {
    async send(notice, mobile) {
      const body = JSON.stringify(filled(template, placeholders(notice, mobile, settings)));
      return deliveryOf(await post({ url, headers, body, timeoutMs: TIMEOUT_MS }), accepted);
    },
  };
}

function placeholders(notice: PostedNotice, mobile: string, { publicUrl }: SmsSettings): Record<string, string> {
  const { zh, en } = textMessage(notice);
  const link = publicUrl ? new URL(`/procedures/${notice.procedureId}`, publicUrl).href : '';
  return { id: notice.id, mobile, text: zh, textEn: en, link };
}

/** The template with its placeholders filled in wherever it holds text, so that nothing has to be escaped. */
function filled(template: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof template === 'string')
    return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  if (Array.isArray(template)) return template.map((one) => filled(one, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, filled(value, values)]));
}

/** An answer that says neither yes nor no (a gateway's 5xx, 408) leaves open whether the message went out. */
function deliveryOf(posted: Posted, accepted: string | undefined): Delivery {
  if (posted.outcome === 'not-sent') return posted;
  if (posted.outcome === 'lost') return { outcome: 'unknown', reason: 'no-answer' };
  const { status, body } = posted;
  if (status === 429) return { outcome: 'not-sent', reason: 'not-now', status };
  if (status === 408 || status >= 500) return { outcome: 'unknown', reason: 'no-answer', status };
  if (status >= 300) return { outcome: 'rejected', reason: status < 400 ? 'redirected' : 'refused', status };
  return accepted === undefined || body.includes(accepted)
    ? { outcome: 'sent' }
    : { outcome: 'rejected', reason: 'refused', status };
}
