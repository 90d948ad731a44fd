import { inspect } from 'node:util';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import fc from 'fast-check';
import { createPayloadCodec } from '../../../src/adapters/temporal/payload-codec';
import { readPayloadKeys, type PayloadKey } from '../../../src/adapters/temporal/payload-key';
import { newKey } from '../../support/payloads';

const [first, second] = [newKey('first'), newKey('second')];
const codecOf = (...keys: PayloadKey[]) => createPayloadCodec({ keys, encrypts: true });
const payloadOf = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
const valueOf = (payload: Payload): unknown => defaultPayloadConverter.fromPayload(payload);
const bytes = (text: string) => Buffer.from(text);

async function sealed(value: unknown, key = first): Promise<Payload> {
  const [payload] = await codecOf(key).encode([payloadOf(value)]);
  return payload!;
}

async function opened(payload: Payload, ...keys: PayloadKey[]): Promise<unknown> {
  const [read] = await codecOf(...keys).decode([payload]);
  return valueOf(read!);
}

describe('a payload', () => {
  it('comes back as it was, whatever it holds', async () => {
    const anything = fc.oneof(fc.jsonValue(), fc.uint8Array(), fc.constant(undefined));
    await fc.assert(
      fc.asyncProperty(fc.array(anything), async (values) => {
        const codec = codecOf(first);
        const stored = await codec.encode(values.map(payloadOf));
        const read = await codec.decode(stored);
        expect(read.map(valueOf)).toEqual(values.map(payloadOf).map(valueOf));
      }),
    );
  });

  it('shows nothing but that it is encrypted and with which key, and never the same twice', async () => {
    const [one, other] = [await sealed('小区停车位改造'), await sealed('小区停车位改造')];
    expect(one.metadata).toEqual({ encoding: bytes('binary/encrypted'), 'encryption-key-id': bytes('first') });
    expect(Buffer.from(one.data!).includes('停车位')).toBe(false);
    expect(one.data).not.toEqual(other.data);
  });

  it('is written with the first key and read with any', async () => {
    expect((await codecOf(second, first).encode([payloadOf(1)]))[0]!.metadata?.['encryption-key-id']).toEqual(
      bytes('second'),
    );
    expect(await opened(await sealed('old', first), second, first)).toBe('old');
  });

  it('that was stored in the clear is read as it is, beside encrypted ones', async () => {
    const mixed = [payloadOf('plain'), await sealed('encrypted'), { metadata: null, data: null }, {}];
    const read = await codecOf(first).decode(mixed);
    expect(read.slice(0, 2).map(valueOf)).toEqual(['plain', 'encrypted']);
    expect(read.slice(2)).toEqual(mixed.slice(2));
  });

  it('is written in the clear when encryption is switched off, and read all the same when it is encrypted', async () => {
    const codec = createPayloadCodec({ keys: [first], encrypts: false });
    expect(await codec.encode([payloadOf(1)])).toEqual([payloadOf(1)]);
    expect((await codec.decode([await sealed('before')])).map(valueOf)).toEqual(['before']);
  });
});

describe('a payload that cannot be read', () => {
  it('names the key that is missing, and the setting', async () => {
    const refused = opened(await sealed(1, first), second);
    await expect(refused).rejects.toMatchObject({ reason: 'unknown-key', keyId: 'first' });
    await expect(refused).rejects.toThrow(/“first”.*TEMPORAL_PAYLOAD_KEYS.*"first", which TEMPORAL_PAYLOAD_KEYS/);
  });

  it.each([
    ['without the id of its key', undefined, '?'],
    ['with an id that is no id', bytes('a\nb"c'), 'a?b?c'],
    ['with an endless id', bytes('x'.repeat(1_000)), 'x'.repeat(64)],
  ])('%s says so in one short line', async (_what, id, shown) => {
    const { data } = await sealed(1);
    const metadata = { encoding: bytes('binary/encrypted'), ...(id && { 'encryption-key-id': id }) };
    await expect(opened({ metadata, data: data! }, first)).rejects.toMatchObject({
      reason: 'unknown-key',
      keyId: shown,
    });
  });

  const flipped = (data: Uint8Array, index: number) => data.map((byte, at) => (at === index ? byte ^ 1 : byte));
  it.each<[string, (payload: Payload) => Payload]>([
    ['whose nonce was changed', ({ metadata, data }) => ({ metadata: metadata!, data: flipped(data!, 0) })],
    ['whose tag was changed', ({ metadata, data }) => ({ metadata: metadata!, data: flipped(data!, 12) })],
    [
      'whose content was changed',
      ({ metadata, data }) => ({ metadata: metadata!, data: flipped(data!, data!.length - 1) }),
    ],
    ['whose end is missing', ({ metadata, data }) => ({ metadata: metadata!, data: data!.slice(0, -1) })],
    ['of a few bytes', ({ metadata }) => ({ metadata: metadata!, data: bytes('short') })],
    ['of no bytes', ({ metadata }) => ({ metadata: metadata! })],
    [
      'that was given the id of another key',
      ({ metadata, data }) => ({ metadata: { ...metadata, 'encryption-key-id': bytes('second') }, data: data! }),
    ],
  ])('%s is damaged', async (_what, change) => {
    const refused = opened(change(await sealed('secret')), first, second);
    await expect(refused).rejects.toMatchObject({ reason: 'damaged' });
    await expect(refused).rejects.toThrow(/TEMPORAL_PAYLOAD_KEYS/);
  });

  it('is bound to the id of its key, though another one has the same bytes', async () => {
    const { metadata, data } = await sealed('secret');
    const renamed = { metadata: { ...metadata, 'encryption-key-id': bytes('twin') }, data: data! };
    await expect(opened(renamed, { id: 'twin', secret: first.secret })).rejects.toMatchObject({ reason: 'damaged' });
  });
});

describe('keys', () => {
  const secret = Buffer.alloc(32, 7).toString('base64');

  it('are read in their order', () => {
    expect(readPayloadKeys(`2026-11:${secret}, old.one:${secret}`)?.map(({ id }) => id)).toEqual([
      '2026-11',
      'old.one',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['no id', `:${secret}`],
    ['no secret', 'k1:'],
    ['a secret alone', secret],
    ['31 bytes', `k1:${Buffer.alloc(31).toString('base64')}`],
    ['33 bytes', `k1:${Buffer.alloc(33).toString('base64')}`],
    ['base64 of URLs', `k1:${Buffer.alloc(32, 0xff).toString('base64url')}=`],
    ['bits after the last byte', `k1:${secret.slice(0, 42)}d=`],
    ['an id with a space', `k 1:${secret}`],
    ['an id twice', `k1:${secret},k1:${Buffer.alloc(32).toString('base64')}`],
    ['a comma at the end', `k1:${secret},`],
    ['three parts', `k1:${secret}:x`],
  ])('with %s are none', (_what, text) => {
    expect(readPayloadKeys(text)).toBeNull();
  });

  it('do not show their bytes when somebody prints them', () => {
    const keys = readPayloadKeys(`k1:${secret}`);
    for (const shown of [inspect(keys, { depth: 9, showHidden: true }), JSON.stringify(keys)]) {
      expect(shown).not.toMatch(/Bwc|07, ?07| 7, 7|"7"/);
    }
  });
});
