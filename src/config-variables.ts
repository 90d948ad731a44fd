import { z } from 'zod';
import { oidcVariables } from './config-variables-oidc';
import { outboxVariables } from './config-variables-outbox';
import { payloadVariables } from './config-variables-payloads';
import { signingVariables } from './config-variables-signing';

/** One environment variable: how it is read, and the words that explain it in errors and in docs/configuration.md. */
export interface Variable<S extends z.ZodType = z.ZodType> {
  readonly schema: S;
  /** What the variable is for. */
  readonly about: { readonly zh: string; readonly en: string };
  /** What a right value looks like. */
  readonly expected: { readonly zh: string; readonly en: string };
  /** The default in words, where there is one. */
  readonly fallback?: { readonly zh: string; readonly en: string };
  /** A secret's value is never repeated in a message. */
  readonly secret?: true;
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

const text = { zh: '文字', en: 'text' };
const path = { zh: '文件路径', en: 'the path of a file' };
const portNumber = { zh: '1 至 65535 的整数', en: 'a whole number from 1 to 65535' };
const databaseUrl = { zh: 'postgresql:// 开头的地址', en: 'an address that starts with postgresql://' };
const yesOrNo = { zh: 'true 或 false', en: 'true or false' };

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));
const port = (standard: number) => wholeNumber(1, 65535).default(standard);
const postgres = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/)
  .optional();
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

function variable<S extends z.ZodType>(schema: S, expected: Words, about: Words, more: Partial<Variable> = {}) {
  return { ...more, schema, expected, about } satisfies Variable<S>;
}

/** The same text in both languages. */
const same = (value: string | number): { fallback: Words } => ({ fallback: { zh: String(value), en: String(value) } });

/** Every environment variable Guicheng reads, in the order of the page that documents them. */
export const variables = {
  HOST: variable(
    z.string().default('127.0.0.1'),
    { zh: '主机名或 IP 地址', en: 'a host name or IP address' },
    { zh: '服务监听的地址', en: 'Address the service listens on' },
    same('127.0.0.1'),
  ),
  PORT: variable(port(3000), portNumber, { zh: '服务监听的端口', en: 'Port the service listens on' }, same(3000)),
  PUBLIC_URL: variable(
    z.url({ protocol: /^https?$/ }).optional(),
    { zh: 'http:// 或 https:// 开头的地址', en: 'an address that starts with http:// or https://' },
    {
      zh: '用户在浏览器中看到的地址；其他网站发来的请求以此辨别',
      en: 'Address that people see in the browser; requests from other sites are told apart by it',
    },
    { fallback: { zh: 'http://HOST:PORT', en: 'http://HOST:PORT' } },
  ),
  TRUSTED_PROXIES: variable(
    z
      .string()
      .regex(
        /^(loopback|linklocal|uniquelocal|[\da-fA-F.:]+(\/\d{1,3})?)(, ?(loopback|linklocal|uniquelocal|[\da-fA-F.:]+(\/\d{1,3})?))*$/,
      )
      .default('loopback'),
    { zh: 'IP 地址或网段，以逗号分隔', en: 'addresses or subnets, separated by commas' },
    {
      zh: '前置代理的地址，其 X-Forwarded-For 才可信；登录限次按来访地址计算',
      en: 'Proxies in front whose X-Forwarded-For is believed; failed sign-ins are counted by address',
    },
    same('loopback'),
  ),
  SECURE_COOKIES: variable(
    flag.optional(),
    yesOrNo,
    {
      zh: '登录 Cookie 只经 https 发送；对外以 https 服务时必须为 true',
      en: 'Send the sign-in cookie over https only; must be true where people reach the service by https',
    },
    {
      fallback: {
        zh: 'PUBLIC_URL 以 https:// 开头时为 true，否则为 false',
        en: 'true where PUBLIC_URL starts with https://, else false',
      },
    },
  ),
  SESSION_HOURS: variable(
    wholeNumber(1, 720).default(12),
    { zh: '1 至 720 的整数', en: 'a whole number from 1 to 720' },
    { zh: '一次登录的有效小时数', en: 'Hours that one sign-in lasts' },
    same(12),
  ),
  ...oidcVariables,
  ...outboxVariables,
  LOG_LEVEL: variable(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    {
      zh: 'fatal、error、warn、info、debug、trace、silent 之一',
      en: 'one of fatal, error, warn, info, debug, trace, silent',
    },
    { zh: '日志的详细程度', en: 'How much is logged' },
    same('info'),
  ),
  DATABASE_URL: variable(
    postgres,
    databaseUrl,
    {
      zh: '数据库地址；不设则由 npm start 在本机启动 PostgreSQL',
      en: 'The database; where unset, npm start runs PostgreSQL on this machine',
    },
    { secret: true },
  ),
  MIGRATION_DATABASE_URL: variable(
    postgres,
    databaseUrl,
    {
      zh: '数据库迁移所用的地址，其角色可以更改表结构',
      en: 'The database as the migration step reaches it, with a role that may change tables',
    },
    { secret: true, fallback: { zh: '同 DATABASE_URL', en: 'same as DATABASE_URL' } },
  ),
  ...signingVariables,
  POSTGRES_PORT: variable(
    port(5433),
    portNumber,
    { zh: 'npm start 在本机启动的 PostgreSQL 的端口', en: 'Port of the PostgreSQL that npm start runs' },
    same(5433),
  ),
  TEMPORAL_ADDRESS: variable(
    z
      .string()
      .regex(/^\S+:\d{1,5}$/)
      .optional(),
    { zh: '主机:端口', en: 'host:port' },
    {
      zh: 'Temporal 服务的地址；不设则由 npm start 在本机启动',
      en: 'The Temporal server; where unset, npm start runs one on this machine',
    },
  ),
  TEMPORAL_NAMESPACE: variable(
    z.string().default('default'),
    text,
    { zh: 'Temporal 命名空间', en: 'Temporal namespace' },
    same('default'),
  ),
  TEMPORAL_API_KEY: variable(
    z.string().optional(),
    text,
    {
      zh: 'Temporal Cloud 的 API 密钥；设置后连接使用 TLS',
      en: 'API key for Temporal Cloud; when set, the connection uses TLS',
    },
    { secret: true },
  ),
  ...payloadVariables,
  TEMPORAL_TASK_QUEUE: variable(
    z.string().default('guicheng'),
    text,
    {
      zh: '工作进程领取任务的队列；已经启动的程序留在原来的队列，更改后无人办理，因此只能在没有进行中的程序时更改',
      en: 'Task queue that the worker serves. A procedure stays on the queue it was started on, where nobody would serve it after a change: change it only while none is running',
    },
    same('guicheng'),
  ),
  TEMPORAL_WORKFLOW_TASK_TIMEOUT_SECONDS: variable(
    wholeNumber(1, 120).default(10),
    { zh: '1 至 120 的整数', en: 'a whole number from 1 to 120' },
    {
      zh: '工作流任务的超时秒数；超过后由另一工作进程接手',
      en: 'Seconds after which another worker takes over a workflow task',
    },
    same(10),
  ),
  TEMPORAL_PORT: variable(
    port(7233),
    portNumber,
    { zh: 'npm start 在本机启动的 Temporal 的端口', en: 'Port of the Temporal server that npm start runs' },
    same(7233),
  ),
  TEMPORAL_UI_PORT: variable(
    port(8233),
    portNumber,
    { zh: '本机 Temporal 的网页端口', en: 'Port of the web page of that Temporal server' },
    same(8233),
  ),
  TEMPORAL_CLI_PATH: variable(z.string().optional(), path, {
    zh: 'Temporal 命令行程序；不设则依次在 PATH、缓存和 pip 中寻找',
    en: 'The Temporal CLI; where unset it is looked for in PATH, the cache and pip',
  }),
  TEMPORAL_TEST_SERVER_PATH: variable(z.string().optional(), path, {
    zh: '测试所用的可快进时间的 Temporal 服务；不设则同样寻找',
    en: 'The time-skipping Temporal server of the tests; where unset it is looked for likewise',
  }),
  GUICHENG_DATA_DIR: variable(
    z.string().optional(),
    { zh: '文件夹路径', en: 'the path of a folder' },
    {
      zh: '本机数据库、Temporal 和示例密码存放的文件夹',
      en: 'Folder for the embedded database, Temporal and the example password',
    },
    { fallback: { zh: '项目下的 .data', en: '.data in the project' } },
  ),
  TRAINING: variable(
    flag.optional(),
    yesOrNo,
    {
      zh: '把新建的数据库标记为培训数据：业务时间从 2026-03-02 9:00 开始，可以拨快；标记不能撤销，已使用的数据库不能标记，与数据库不符则不启动',
      en: 'Mark a new database as training: its business clock begins on 2026-03-02 at 9:00 and may be moved on. The mark stays for ever, a database that has been used cannot be marked, and there is no start where this says what the database is not',
    },
    {
      fallback: {
        zh: '新建的数据库与 SEED_EXAMPLE 相同，已有的数据库不变',
        en: 'as SEED_EXAMPLE for a new database; an existing one stays what it is',
      },
    },
  ),
  SEED_EXAMPLE: variable(
    flag.optional(),
    yesOrNo,
    { zh: '启动时写入示例街道、人员和账号', en: 'Fill in an example subdistrict, its people and accounts at start' },
    { fallback: { zh: '使用本机数据库时为 true，否则为 false', en: 'true with the embedded database, else false' } },
  ),
} as const;
