import { readFileSync } from 'node:fs';
import { variables, type Variable } from './config-variables';

/**
 * A secret may lie in a file: `LOG_SIGNING_KEY_FILE` names the file that holds what LOG_SIGNING_KEY would, as containers are given
 * secrets. The variable itself comes first.
 */
export function withSecretFiles(env: NodeJS.ProcessEnv): { env: NodeJS.ProcessEnv; problems: string[] } {
  const problems: string[] = [];
  const found: Record<string, string> = {};
  for (const [name, { secret }] of Object.entries<Variable>(variables)) {
    const file = env[`${name}_FILE`];
    if (!secret || !file || env[name]) continue;
    try {
      found[name] = readFileSync(file, 'utf8').trim();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      problems.push(`${name}_FILE: 文件 ${file} 无法读取（${code}） / the file ${file} cannot be read (${code})`);
    }
  }
  return { env: { ...env, ...found }, problems };
}
