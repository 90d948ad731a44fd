import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { readLogKeys } from './commands/audit/log-keys';
import type { Config } from './config';
import { writingTo } from './embedded/claim';
import { kept } from './embedded/secret';
import { StartError } from './embedded/start-error';

/** Where the key lies that signs the logs of an embedded database: beside it, not in it. */
const FILE = 'log-signing-key';

/** The configuration with a key to sign logs with: the one that is configured, else, with the embedded database, one made once and kept. */
export async function withLogKeys(config: Config): Promise<Config> {
  if (config.LOG_SIGNING_KEY || config.DATABASE_URL) return config;
  const file = path.join(config.GUICHENG_DATA_DIR, FILE);
  const keys = readLogKeys(await writingTo(config.GUICHENG_DATA_DIR, () => kept(file, newKey())));
  if (!keys) throw unusable(file);
  return Object.freeze({ ...config, LOG_SIGNING_KEY: keys });
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

function unusable(file: string): StartError {
  return new StartError({
    zh: `文件 ${file} 应为 PEM 格式的 Ed25519 私钥，现在不是。请从备份恢复。`,
    en: `The file ${file} should be an Ed25519 private key as PEM, and is not. Restore it from a backup.`,
  });
}
