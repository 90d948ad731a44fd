import { z } from 'zod';
import { readPayloadKeys } from './adapters/temporal/payload-key';

const keys = z.string().transform((text, context) => {
  const read = readPayloadKeys(text);
  if (!read) context.addIssue('malformed');
  return read ?? z.NEVER;
});
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const origin = z.url({ protocol: /^https?$/ }).refine((url) => URL.canParse(url) && new URL(url).origin === url);

/** How what Temporal stores is encrypted, and who may see it decrypted. */
export const payloadVariables = {
  TEMPORAL_PAYLOAD_KEYS: {
    schema: keys.optional(),
    expected: {
      zh: '以逗号分隔的“编号:密钥”，编号不重复，密钥为 32 字节的 base64',
      en: 'id:key pairs separated by commas, each id once, each key 32 bytes in base64',
    },
    about: {
      zh: '加密 Temporal 所存内容的密钥；第一个用于加密，全部用于解密。更换时把新密钥放在最前；以旧密钥启动的程序全部结束、保留期也过后，才可去掉旧的。有多个进程的，先在各处把新密钥加在最后',
      en: 'Keys that encrypt what Temporal stores; the first encrypts, all decrypt. To change keys put a new one first; drop the old one only when every procedure begun under it has ended and the retention has passed. With several processes, first add the new one as the last everywhere',
    },
    fallback: {
      zh: '使用本机 Temporal 时自动生成，存于数据文件夹；否则必须设置',
      en: 'with the embedded Temporal made once and kept in the data folder; else it must be set',
    },
    secret: true,
  },
  TEMPORAL_PAYLOAD_ENCRYPTION: {
    schema: flag.default(true),
    expected: { zh: 'true 或 false', en: 'true or false' },
    about: {
      zh: '加密写入 Temporal 的内容；设为 false 即以明文写入，能访问 Temporal 的人都能看到标题、理由等内容',
      en: 'Encrypt what is written to Temporal; with false it is written in the clear, and whoever reaches Temporal reads titles, reasons and other texts',
    },
    fallback: { zh: 'true', en: 'true' },
  },
  TEMPORAL_UI_ORIGIN: {
    schema: origin.optional(),
    expected: {
      zh: 'http:// 或 https:// 开头、不带路径的地址',
      en: 'an address that starts with http:// or https://, without a path',
    },
    about: {
      zh: 'Temporal 网页的地址；只有它可以跨源请求 /api/temporal-codec 解密，须与 PUBLIC_URL 同站',
      en: "Address of Temporal's web page, which alone may ask /api/temporal-codec from another origin to decrypt; it must be of the same site as PUBLIC_URL",
    },
    fallback: {
      zh: '使用本机 Temporal 时为其网页地址，否则为无',
      en: 'the web page of the embedded Temporal, else none',
    },
  },
} as const;
