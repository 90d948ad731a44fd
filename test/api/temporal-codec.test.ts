import { defaultPayloadConverter } from '@temporalio/common';
import { encryptedWith, newKey, ENCRYPTED } from '../support/payloads';
import { startService, type Service } from '../support/service';
import type { ApiClient } from '../support/api';

const UI = 'http://127.0.0.1:18233';
const DECODE = '/api/temporal-codec/decode';
const fromUi = { headers: { Origin: UI, 'Sec-Fetch-Site': 'same-site', 'X-Namespace': 'default' }, key: null };

let service: Service;
let administrator: ApiClient;
beforeAll(async () => {
  service = await startService({ ownWorker: false, temporalUiOrigin: UI });
  administrator = await service.signIn('admin');
});
afterAll(() => service.close());

interface Wire {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data: string;
}

/** A value as Temporal's web page has it: encrypted, its bytes in base64. */
async function stored(value: unknown, { payloadCodecs } = ENCRYPTED): Promise<Wire> {
  const [payload] = await payloadCodecs![0]!.encode([defaultPayloadConverter.toPayload(value)]);
  return {
    metadata: Object.fromEntries(Object.entries(payload!.metadata!).map(([name, bytes]) => [name, inBase64(bytes)])),
    data: inBase64(payload!.data!),
  };
}

const inBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const plain = (value: unknown): Wire => ({
  metadata: { encoding: inBase64(Buffer.from('json/plain')) },
  data: inBase64(Buffer.from(JSON.stringify(value))),
});

describe("what Temporal's web page asks to have decrypted", () => {
  it('is given to the system administrator of the topmost organisation, in its order, plain things as they are', async () => {
    const payloads = [await stored({ title: '停车位' }), plain('never encrypted'), await stored([1])];
    const answer = await administrator.post(`${DECODE}?preserveStorageRefs=true`, { payloads }, fromUi);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ payloads: [plain({ title: '停车位' }), plain('never encrypted'), plain([1])] });
    expect(answer.headers.get('access-control-allow-origin')).toBe(UI);
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  it('is told in the log: who had how much of it decrypted, never what', async () => {
    await administrator.post(DECODE, { payloads: [await stored('独一无二的标题')] }, fromUi);
    const line = service
      .log()
      .split('\n')
      .findLast((one) => one.includes('payloads decrypted'))!;
    expect(JSON.parse(line)).toMatchObject({ accountId: expect.stringMatching(/^[\da-f-]{36}$/), payloads: 1 });
    expect(service.log()).not.toContain('独一无二的标题');
  });

  it('may be a value of 2 MB, but not of any size', async () => {
    const large = await stored('x'.repeat(2_000_000));
    expect((await administrator.post(DECODE, { payloads: [large] }, fromUi)).status).toBe(200);
    const { status, body } = await administrator.post(DECODE, { payloads: [large, large] }, fromUi);
    expect({ status, code: body.code, params: body.params }).toEqual({
      status: 413,
      code: 'request.too-large',
      params: { limit: 4 * 1024 * 1024 },
    });
  });
});

describe('decryption is refused', () => {
  it.each([
    ['nobody', 401, 'session.required'],
    ['office.admin', 403, 'permission.missing'],
    ['district.discipline', 403, 'permission.missing'],
    ['chunhe.staff', 403, 'permission.missing'],
  ])('to %s, in words that the page may read', async (username, status, code) => {
    const client = username === 'nobody' ? service.anonymous : await service.signIn(username);
    const answer = await client.post(DECODE, { payloads: [await stored('secret')] }, fromUi);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(answer.headers.get('access-control-allow-origin')).toBe(UI);
  });

  it('with a key that is not there: the refusal names it and the setting', async () => {
    const payloads = [await stored('secret', encryptedWith(newKey('lost')))];
    expect(await administrator.post(DECODE, { payloads }, fromUi)).toMatchObject({
      status: 422,
      body: { code: 'stored-payload.unknown-key', params: { keyId: 'lost', setting: 'TEMPORAL_PAYLOAD_KEYS' } },
    });
  });

  it('of what is damaged', async () => {
    const { metadata } = await stored('secret');
    const { data } = await stored('another', encryptedWith(newKey('test')));
    const answer = await administrator.post(DECODE, { payloads: [{ metadata, data }] }, fromUi);
    expect(answer).toMatchObject({ status: 422, body: { code: 'stored-payload.damaged', params: { keyId: 'test' } } });
  });

  it.each([
    ['no payloads', {}],
    ['payloads that are no list', { payloads: 'x' }],
    ['bytes that are no base64', { payloads: [{ metadata: {}, data: '…' }] }],
  ])('of %s', async (_what, body) => {
    expect(await administrator.post(DECODE, body, fromUi)).toMatchObject({
      status: 422,
      body: { code: 'request.invalid' },
    });
  });

  it.each([
    ['another port of the machine', { Origin: 'http://127.0.0.1:9999', 'Sec-Fetch-Site': 'same-site' }],
    ['another site', { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['an address that begins like the page', { Origin: `${UI}.elsewhere.example`, 'Sec-Fetch-Site': 'cross-site' }],
    ['a page without an origin', { Origin: 'null' }],
  ])('to %s', async (_what, headers) => {
    const answer = await administrator.post(DECODE, { payloads: [] }, { headers, key: null });
    expect(answer).toMatchObject({ status: 403, body: { code: 'request.other-site' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const asked = await preflight(DECODE, headers.Origin);
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });
});

function preflight(path: string, origin: string): Promise<Response> {
  return fetch(service.url + path, {
    method: 'OPTIONS',
    headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
  });
}

describe("the origin of Temporal's web page", () => {
  it('may ask beforehand what it may send, without a sign-in', async () => {
    const { status, headers } = await preflight(DECODE, UI);
    expect({ status, ...Object.fromEntries(headers) }).toMatchObject({
      status: 204,
      'access-control-allow-origin': UI,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, x-namespace',
    });
  });

  it('may do nothing else here', async () => {
    const answer = await administrator.post('/api/procedures', {}, { headers: fromUi.headers });
    expect(answer).toMatchObject({ status: 403, body: { code: 'request.other-site' } });
    for (const path of ['/api/procedures', '/api/sessions', '/api/me']) {
      expect((await preflight(path, UI)).headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('may do nothing at all where none is configured', async () => {
    const other = await startService({ ownWorker: false });
    const client = await other.signIn('admin');
    expect((await client.post(DECODE, { payloads: [] }, fromUi)).status).toBe(403);
    expect((await client.post(DECODE, { payloads: [] }, { key: null })).status).toBe(200);
    await other.close();
  });
});
