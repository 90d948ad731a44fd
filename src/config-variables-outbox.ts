import { z } from 'zod';
import { isGuarded, missingBeside } from './config-rules';

const guardedAddress = z.url({ protocol: /^https?$/ }).refine((value) => isGuarded(new URL(value)));
const guardedWords = {
  zh: 'https:// 开头的地址（本机可用 http://）',
  en: 'an address that starts with https:// (http:// on this machine)',
};

/** Mail leaves by SMTP: with these and PUBLIC_URL, or not at all. */
const mailVariables = {
  SMTP_URL: {
    schema: z.string().refine(isMailServer).optional(),
    expected: {
      zh: 'smtp:// 或 smtps:// 开头的地址，可含用户名和密码，不含路径',
      en: 'an address that starts with smtp:// or smtps://, with name and password where needed, without a path',
    },
    about: {
      zh: '发送邮件通知的 SMTP 服务器，如 smtps://用户名:密码@smtp.example.cn；除本机外一律使用 TLS；须同时设置 MAIL_FROM 和 PUBLIC_URL',
      en: 'The SMTP server by which notices leave as mail, such as smtps://name:password@smtp.example.cn; always with TLS except on this machine; set MAIL_FROM and PUBLIC_URL with it',
    },
    secret: true,
  },
  MAIL_FROM: {
    schema: z
      .string()
      .regex(/^(?:[^<>@"\s][^<>@"\r\n]{0,59} <[\w.+-]+@[A-Za-z0-9.-]+>|[\w.+-]+@[A-Za-z0-9.-]+)$/)
      .optional(),
    expected: {
      zh: '邮箱地址，或“名称 <邮箱地址>”',
      en: 'an e-mail address, or "Name <address>"',
    },
    about: { zh: '邮件通知的发件人', en: 'Whom the mail comes from' },
  },
} as const;

const PLACEHOLDERS = ['id', 'mobile', 'text', 'textEn', 'link'];

/** Text messages leave through a provider's HTTP interface: with the first two, or not at all. */
const smsVariables = {
  SMS_URL: {
    schema: guardedAddress.optional(),
    expected: guardedWords,
    about: {
      zh: '短信服务商接口的地址，以 POST 方式发送 JSON；须同时设置 SMS_HEADER',
      en: 'The interface of a provider of text messages, which is sent JSON by POST; set SMS_HEADER with it',
    },
    secret: true,
  },
  SMS_HEADER: {
    schema: z
      .string()
      .regex(/^[\w-]+: ?[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/)
      .optional(),
    expected: { zh: '“名称: 值”形式的一个 HTTP 头', en: 'one HTTP header, "Name: value"' },
    about: {
      zh: '向短信服务商证明身份的 HTTP 头，如 Authorization: Bearer …',
      en: 'The HTTP header that shows the provider who we are, such as Authorization: Bearer …',
    },
    secret: true,
  },
  SMS_TEMPLATE: {
    schema: z.string().refine(isTemplate).default('{"id":"{id}","mobile":"{mobile}","text":"{text}"}'),
    expected: {
      zh: `JSON 对象，其中有 {mobile}，占位符只能是 ${PLACEHOLDERS.map((name) => `{${name}}`).join(' ')}`,
      en: `a JSON object with {mobile} in it, and no other placeholders than ${PLACEHOLDERS.map((name) => `{${name}}`).join(' ')}`,
    },
    about: {
      zh: '发给短信服务商的 JSON；{id} 重发时不变，{text} 为中文内容，{textEn} 为英文内容，{link} 为程序的网址（须设置 PUBLIC_URL）',
      en: 'The JSON that the provider is sent; {id} stays the same when it is sent again, {text} is the Chinese text, {textEn} the English one, {link} the address of the procedure (set PUBLIC_URL)',
    },
    fallback: {
      zh: '{"id":"{id}","mobile":"{mobile}","text":"{text}"}',
      en: '{"id":"{id}","mobile":"{mobile}","text":"{text}"}',
    },
  },
  SMS_ACCEPTED: {
    schema: z.string().optional(),
    expected: { zh: '文字', en: 'text' },
    about: {
      zh: '服务商受理时，答复中必有的一段文字，如 "Code":"OK"；不设则状态码 2xx 即为受理',
      en: 'What the answer holds when the provider took a message, such as "Code":"OK"; where unset, a status of 2xx says so',
    },
  },
} as const;

/** Another system is called: with both, or not at all. */
const webhookVariables = {
  WEBHOOK_URL: {
    schema: guardedAddress.optional(),
    expected: guardedWords,
    about: {
      zh: '每有通知，就向这个地址 POST 一次 JSON（编号、种类、程序、时间，不含个人信息）；须同时设置 WEBHOOK_SECRET',
      en: 'Told of every notice by a POST of JSON: id, kind, procedure, time, nothing personal; set WEBHOOK_SECRET with it',
    },
    secret: true,
  },
  WEBHOOK_SECRET: {
    schema: z.string().min(16).optional(),
    expected: { zh: '至少 16 个字符', en: 'at least 16 characters' },
    about: {
      zh: '以 HMAC-SHA256 为上述请求签名的密钥，签名在 X-Guicheng-Signature 中',
      en: 'Signs those calls with HMAC-SHA256, in the header X-Guicheng-Signature',
    },
    secret: true,
  },
} as const;

/** How notices leave this service besides being shown in it. */
export const outboxVariables = { ...mailVariables, ...smsVariables, ...webhookVariables } as const;

/** What is missing for a channel, once one of its variables is set. */
export function outboxProblems(env: NodeJS.ProcessEnv): string[] {
  const linked = env.SMS_TEMPLATE?.includes('{link}') ? ['PUBLIC_URL'] : [];
  return [
    ...missingBeside(env, Object.keys(mailVariables), ['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL']),
    ...missingBeside(env, Object.keys(smsVariables), ['SMS_URL', 'SMS_HEADER', ...linked]),
    ...missingBeside(env, Object.keys(webhookVariables), ['WEBHOOK_URL', 'WEBHOOK_SECRET']),
  ];
}

function isMailServer(value: string): boolean {
  if (!/^smtps?:\/\//.test(value) || !URL.canParse(value)) return false;
  const { hostname, pathname, search, hash, username, password } = new URL(value);
  const isWhole = hostname !== '' && (username === '') === (password === '');
  return isWhole && ['', '/'].includes(pathname) && search === '' && hash === '' && isDecodable(username + password);
}

function isDecodable(value: string): boolean {
  try {
    decodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
}

function isTemplate(value: string): boolean {
  const names = [...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  return names.includes('mobile') && names.every((name) => PLACEHOLDERS.includes(name)) && isJsonObject(value);
}

function isJsonObject(value: string): boolean {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
