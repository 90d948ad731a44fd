import type { RefusalWords } from './refusal-words';

/** Requests that cannot be understood, or not now. */
export const requestRefusals = {
  'request.invalid': {
    title: { zh: '填写内容有误', en: 'The request is not valid' },
    detail: {
      zh: '有内容缺少或填写不正确，请按 errors 逐项改正后重新提交。',
      en: 'Something is missing or wrong. Correct each item in errors and send the request again.',
    },
  },
  'request.malformed-json': {
    title: { zh: '请求格式错误', en: 'The request is not JSON' },
    detail: {
      zh: '请求内容不是正确的 JSON，请检查后重新提交。',
      en: 'The body is not well-formed JSON. Check it and send it again.',
    },
  },
  'request.too-large': {
    title: { zh: '内容过大', en: 'The request is too large' },
    detail: {
      zh: '提交的内容超过 {limit} 字节的上限，请缩小后重新提交。',
      en: 'The body is larger than {limit} bytes. Make it smaller and send it again.',
    },
  },
  'request.unsupported-media-type': {
    title: { zh: '不支持的文件类型', en: 'Unsupported media type' },
    detail: {
      zh: '可提交的类型：{accepted}。请转换后重新提交。',
      en: 'Accepted types: {accepted}. Convert the content and send it again.',
    },
  },
  'request.unknown-address': {
    title: { zh: '没有这个页面', en: 'Nothing at this address' },
    detail: {
      zh: '此地址不存在。可用的接口见 /api/openapi.json。',
      en: 'There is nothing at this address. /api/openapi.json lists what there is.',
    },
  },
  'request.method-not-allowed': {
    title: { zh: '此地址不能这样使用', en: 'Not by this method' },
    detail: {
      zh: '此地址只接受 {allowed}。可用的接口见 /api/openapi.json。',
      en: 'This address takes {allowed} only. /api/openapi.json lists what there is.',
    },
  },
  'request.other-site': {
    title: { zh: '请求来自其他网站', en: 'The request comes from another site' },
    detail: {
      zh: '为防止冒用登录身份，不接受其他网站发出的操作。请在本系统的页面中操作。',
      en: 'Another site may not act with your sign-in. Use the pages of this service.',
    },
  },
  'request.internal': {
    title: { zh: '系统内部错误', en: 'Internal error' },
    detail: {
      zh: '系统出现意外错误，未能完成。请把请求编号 {requestId} 告诉系统管理员。',
      en: 'Something unexpected went wrong. Tell the administrator the request id {requestId}.',
    },
  },
  'request.unavailable': {
    title: { zh: '系统暂时不可用', en: 'Temporarily unavailable' },
    detail: {
      zh: '系统暂时没有应答，操作是否完成尚不确定。请稍后用同一 Idempotency-Key 重新提交，不会重复执行。',
      en: 'There was no answer in time, so it is not known whether this was done. Repeat it shortly with the same Idempotency-Key: nothing happens twice.',
    },
  },
  'request.too-many': {
    title: { zh: '请求过多', en: 'Too many requests' },
    detail: {
      zh: '系统正忙，请在 {retryAfterSeconds} 秒后重新提交。',
      en: 'The service is busy. Send the request again in {retryAfterSeconds} seconds.',
    },
  },
  'idempotency-key.invalid': {
    title: { zh: '缺少或不正确的 Idempotency-Key', en: 'Idempotency-Key missing or not valid' },
    detail: {
      zh: '提交操作时请求头须带 Idempotency-Key（1 至 200 个可见字符），每次新操作使用新的值。',
      en: 'Send the header Idempotency-Key (1 to 200 visible characters), with a new value for every new action.',
    },
  },
  'idempotency-key.reused': {
    title: { zh: 'Idempotency-Key 已用于其他操作', en: 'Idempotency-Key already used' },
    detail: {
      zh: '此 Idempotency-Key 已用于内容不同的操作，请换用新的值。',
      en: 'This Idempotency-Key was used for another request. Use a new one.',
    },
  },
  'idempotency-key.in-progress': {
    title: { zh: '同一操作正在进行', en: 'The same request is still running' },
    detail: {
      zh: '同一 Idempotency-Key 的操作还没有完成，请在 {retryAfterSeconds} 秒后重新提交以取得结果。',
      en: 'The request with this Idempotency-Key is still running. Repeat it in {retryAfterSeconds} seconds to get its answer.',
    },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;
