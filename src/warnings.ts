import type { Config } from './config';

/** What whoever starts the service should know about a configuration that is used all the same, a line each. */
export function warnings(
  {
    HOST,
    SEED_EXAMPLE,
    TEMPORAL_PAYLOAD_ENCRYPTION,
  }: Pick<Config, 'HOST' | 'SEED_EXAMPLE' | 'TEMPORAL_PAYLOAD_ENCRYPTION'>,
  unknown: readonly string[],
) {
  return [
    ...(SEED_EXAMPLE && !isThisMachineOnly(HOST) ? [exampleIsOpen(HOST)] : []),
    ...(TEMPORAL_PAYLOAD_ENCRYPTION ? [] : [IN_THE_CLEAR]),
    ...unknown.map(
      (name) => `注意：没有 ${name} 这个配置项，请核对名称 / Warning: there is no setting ${name}; check its name`,
    ),
  ];
}

const IN_THE_CLEAR =
  '注意：TEMPORAL_PAYLOAD_ENCRYPTION=false，写入 Temporal 的标题、理由等内容不加密 / ' +
  'Warning: with TEMPORAL_PAYLOAD_ENCRYPTION=false titles, reasons and other texts go to Temporal in the clear';

function exampleIsOpen(host: string): string {
  const zh = `注意：HOST 为 ${host}，其他机器也能连接，而示例账号共用一个密码；用于实际工作时请设置 SEED_EXAMPLE=false`;
  const en = `Warning: with HOST ${host} other machines can connect, and the example accounts share one password; set SEED_EXAMPLE=false for real work`;
  return `${zh} / ${en}`;
}

function isThisMachineOnly(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
