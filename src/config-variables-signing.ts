import { z } from 'zod';
import { readLogKeys } from './commands/audit/log-keys';

const keys = z.string().transform((text, context) => {
  const read = readLogKeys(text);
  if (!read) context.addIssue('malformed');
  return read ?? z.NEVER;
});

/** With which keys the ends of logs are signed and checked. */
export const signingVariables = {
  LOG_SIGNING_KEY: {
    schema: keys.optional(),
    expected: {
      zh: '一个或多个 PEM 格式的 Ed25519 密钥，或其 base64',
      en: 'one or more Ed25519 keys as PEM, or the base64 of that text',
    },
    about: {
      zh: '为日志末端签名的密钥：第一个私钥用于签名，全部公钥用于核对。API 进程只需公钥。更换时把新私钥放在最前，旧密钥只留公钥（BEGIN PUBLIC KEY）',
      en: 'Keys that sign the ends of logs: the first private key signs, the public halves of all are believed. An API process needs public ones only. To change keys put the new private key first and keep of the old one its public block (BEGIN PUBLIC KEY)',
    },
    fallback: {
      zh: '使用本机数据库时自动生成，存于数据文件夹；否则不签名',
      en: 'with the embedded database made once and kept in the data folder; else nothing is signed',
    },
    secret: true,
  },
} as const;
