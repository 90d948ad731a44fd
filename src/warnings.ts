import type { Config } from './config';

/** What whoever starts the service should know about a configuration that is used all the same, a line each. */
export function warnings({ HOST, SEED_EXAMPLE }: Pick<Config, 'HOST' | 'SEED_EXAMPLE'>, unknown: readonly string[]) {
  return [
    ...(SEED_EXAMPLE && !isThisMachineOnly(HOST) ? [exampleIsOpen(HOST)] : []),
    ...unknown.map(
      (name) => `注意：没有 ${name} 这个配置项，请核对名称 / Warning: there is no setting ${name}; check its name`,
    ),
  ];
}

function exampleIsOpen(host: string): string {
  const zh = `注意：HOST 为 ${host}，其他机器也能连接，而示例账号共用一个密码；用于实际工作时请设置 SEED_EXAMPLE=false`;
  const en = `Warning: with HOST ${host} other machines can connect, and the example accounts share one password; set SEED_EXAMPLE=false for real work`;
  return `${zh} / ${en}`;
}

function isThisMachineOnly(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
