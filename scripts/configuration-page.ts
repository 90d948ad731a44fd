import { variables, type Variable } from '../src/config-variables';

/** docs/configuration.md: every environment variable, from the same data that reads it. */
export function configurationPage(): string {
  const rows = Object.entries<Variable>(variables).map(([name, variable]) => row(name, variable));
  return [
    '# 配置 / Configuration',
    '',
    '以下为程序读取的全部环境变量；不设或设为空均取默认值，写错时启动即报出全部错误。本页由 `npm run docs` 生成。',
    '',
    'These are all the environment variables the program reads. Unset or empty, each takes its default; wrong ones are all reported at start. This page is written by `npm run docs`.',
    '',
    '| 变量 / Variable | 用途 / Purpose | 取值 / Value | 默认 / Default |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function row(name: string, { about, expected, fallback, secret }: Variable): string {
  const secrecy = secret ? '（保密）<br>(secret)' : '';
  const standard = fallback ? both(fallback) : '—';
  return `| \`${name}\` | ${both(about)}${secrecy && `<br>${secrecy}`} | ${both(expected)} | ${standard} |`;
}

const both = ({ zh, en }: { readonly zh: string; readonly en: string }) => (zh === en ? `\`${zh}\`` : `${zh}<br>${en}`);
