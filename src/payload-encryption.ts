import path from 'node:path';
import type { DataConverter } from '@temporalio/common';
import { createDataConverter } from './adapters/temporal/data-converter';
import { readPayloadKeys } from './adapters/temporal/payload-key';
import { ConfigError, type Config } from './config';
import { writingTo } from './embedded/claim';
import { keptKey } from './embedded/secret';
import { StartError } from './embedded/start-error';

/** Where the key lies that encrypts what an embedded Temporal server stores. It has the form of TEMPORAL_PAYLOAD_KEYS. */
const FILE = 'temporal-payload-keys';

/**
 * The configuration with the keys that `npm start` works with: the ones that are configured, else, with the embedded Temporal server, one that is
 * made once and kept in the data folder.
 * @throws ConfigError when Temporal runs elsewhere and nobody said with which keys, or that nothing is to be encrypted.
 */
export async function withPayloadKeys(config: Config): Promise<Config> {
  if (config.TEMPORAL_PAYLOAD_KEYS) return config;
  if (config.TEMPORAL_ADDRESS) {
    requireKeys(config);
    return config;
  }
  const file = path.join(config.GUICHENG_DATA_DIR, FILE);
  const keys = readPayloadKeys(await writingTo(config.GUICHENG_DATA_DIR, () => keptKey(file, 'local')));
  if (!keys) throw unusable(file);
  return Object.freeze({ ...config, TEMPORAL_PAYLOAD_KEYS: keys });
}

/** How clients and workers write and read what Temporal stores. @throws ConfigError when the keys to encrypt it with are missing. */
export function dataConverterOf(config: Config): DataConverter {
  requireKeys(config);
  return createDataConverter({
    keys: config.TEMPORAL_PAYLOAD_KEYS ?? [],
    encrypts: config.TEMPORAL_PAYLOAD_ENCRYPTION,
  });
}

const MAKE_ONE = `node -p "'k1:' + require('crypto').randomBytes(32).toString('base64')"`;

function requireKeys({ TEMPORAL_PAYLOAD_KEYS, TEMPORAL_PAYLOAD_ENCRYPTION }: Config): void {
  if (TEMPORAL_PAYLOAD_KEYS || !TEMPORAL_PAYLOAD_ENCRYPTION) return;
  throw new ConfigError([
    `TEMPORAL_PAYLOAD_KEYS: 使用自己的 Temporal 服务时必须设置，其所存内容以此加密。生成一个：${MAKE_ONE}` +
      ' ；确实不加密的，设 TEMPORAL_PAYLOAD_ENCRYPTION=false / ' +
      `must be set with a Temporal server of your own: what it stores is encrypted with it. Make one: ${MAKE_ONE}` +
      ' ; to store everything in the clear, set TEMPORAL_PAYLOAD_ENCRYPTION=false',
  ]);
}

function unusable(file: string): StartError {
  return new StartError({
    zh: `文件 ${file} 应为 TEMPORAL_PAYLOAD_KEYS 的格式（编号:32 字节的 base64，以逗号分隔），现在不是。请从备份恢复；没有它，Temporal 所存的内容无法解开。`,
    en: `The file ${file} should have the form of TEMPORAL_PAYLOAD_KEYS (id:32 bytes in base64, separated by commas), and has not. Restore it from a backup: without it, what Temporal stores cannot be read.`,
  });
}
