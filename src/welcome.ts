import type { ExampleAccount } from './seed';

/** Example accounts, which all share one password. */
export interface Example {
  readonly password: string;
  readonly accounts: readonly Pick<ExampleAccount, 'username' | 'name' | 'title'>[];
}

/** What `npm start` prints when everything runs: where it is and how to sign in. */
export function welcome(running: {
  readonly url: string;
  readonly temporalUi: string | undefined;
  readonly dataDir: string;
  readonly example: Example | undefined;
  readonly training: boolean;
}): string {
  const lines = [
    '',
    '规程已启动 / Guicheng is running',
    `  工作台 / Workbench      ${running.url}/app`,
    `  公开栏 / Notice boards  ${running.url}/board`,
    `  接口文档 / API docs     ${running.url}/docs`,
    ...(running.temporalUi ? [`  Temporal                ${running.temporalUi}`] : []),
    `  数据 / Data             ${running.dataDir}`,
    ...(running.training
      ? [
          '  培训数据 / Training     业务时间从 2026-03-02 开始，由 admin 拨快 / the business clock began on 2026-03-02; admin moves it on',
        ]
      : []),
    ...(running.example ? signIn(running.example) : []),
    '',
    '按 Ctrl-C 停止，数据会保留 / Press Ctrl-C to stop; data is kept',
  ];
  return lines.join('\n');
}

/** The last words of `npm start`: what failed, where something did. */
export function farewell(failure: string | undefined): string {
  if (failure === undefined) return '已停止，数据已保存 / Stopped, and all data is kept';
  return `因出错而停止 / Stopped because of an error:\n${failure}`;
}

function signIn({ password, accounts }: Example): string[] {
  const width = Math.max(...accounts.map(({ username }) => username.length));
  return [
    '',
    `示例账号，密码均为 ${password} / Example accounts, all with the password ${password}`,
    ...accounts.map(({ username, name, title }) => `  ${username.padEnd(width)}  ${name}  ${title.zh} / ${title.en}`),
  ];
}
