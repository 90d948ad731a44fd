import { word, type RefusalWords } from './refusal-words';

/** What Temporal stores cannot be made readable. */
export const storedPayloadRefusals = {
  'stored-payload.unknown-key': word(
    '缺少解密的密钥',
    'The key is missing',
    '这项内容以密钥“{keyId}”加密，而配置 {setting} 中没有这个密钥。请把它加回，放在第一个之后，再重新启动。',
    'This is encrypted with the key "{keyId}", which {setting} does not hold. Put it back, after the first, and start again.',
  ),
  'stored-payload.damaged': word(
    '内容无法解密',
    'It cannot be decrypted',
    '这项内容无法以密钥“{keyId}”解开：内容已损坏，或者配置 {setting} 中这个编号的密钥不是加密时的那一个。',
    'This does not open with the key "{keyId}": it is damaged, or {setting} holds another key under this id.',
  ),
} as const satisfies Readonly<Record<string, RefusalWords>>;
