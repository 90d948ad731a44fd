import { variables, type Variable } from '../src/config-variables';

/** docs/configuration.md: every environment variable, from the same data that reads it. */
export function configurationPage(): string {
  const sections = Object.entries<Variable>(variables).map(([name, variable]) => section(name, variable));
  return `# 配置 / Configuration

程序读取以下环境变量。不设或设为空时取默认值；有误时，启动即一次列出全部错误。属于机密的，也可以放在文件里，以“名称_FILE”给出文件路径。本页由 \`npm run docs\` 生成。

The program reads these environment variables. Unset or empty, each takes its default; wrong ones are listed all at once at start. A secret may lie in a file instead, whose path is in the variable with _FILE at its end. \`npm run docs\` writes this page.

${sections.join('\n')}`;
}

function section(name: string, { about, expected, fallback, secret }: Variable): string {
  return `## ${name}

${about.zh}。取值：${expected.zh}。默认：${fallback?.zh ?? '无'}。${secret ? '属于机密。' : ''}

${about.en}. Value: ${expected.en}. Default: ${fallback?.en ?? 'none'}.${secret ? ' Secret.' : ''}
`;
}
