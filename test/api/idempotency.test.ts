import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { deriveId } from '../../src/contract/ids';
import { PASSWORD, startTestApi, type ApiClient, type TestApi } from '../support/api';

let api: TestApi;
let administrator: ApiClient;
beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.signIn('office.admin');
});
afterAll(() => api.close());

const accountId = EXAMPLE.accounts['office.admin'];
const add = (name: string, key: string | null, client = administrator) =>
  client.post('/api/people', { organisationId: EXAMPLE.organisations.chunhe, name }, { key });

describe('an Idempotency-Key', () => {
  test('gives the first answer again, says so, and acts once', async () => {
    const first = await add('陈一', 'same-key-twice');
    const again = await add('陈一', 'same-key-twice');
    expect(first).toMatchObject({ status: 201, body: { name: '陈一' } });
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await api.database.person.count({ where: { name: '陈一' } })).toBe(1);
  });

  test('gives a refusal again in its own form', async () => {
    const path = '/api/people';
    const body = { organisationId: EXAMPLE.organisations.district, name: '陈二' };
    const first = await administrator.post(path, body, { key: 'refused-twice' });
    const again = await administrator.post(path, body, { key: 'refused-twice' });
    expect(again).toMatchObject({ status: 403, body: first.body });
    expect(again.headers.get('content-type')).toMatch('application/problem+json');
  });

  test('with another body is refused', async () => {
    await add('陈三', 'another-body');
    expect(await add('陈四', 'another-body')).toMatchObject({ status: 422, body: { code: 'idempotency-key.reused' } });
    expect(await api.database.person.count({ where: { name: '陈四' } })).toBe(0);
  });

  test('at another address is refused', async () => {
    await add('陈五', 'another-address');
    const body = { organisationId: EXAMPLE.organisations.chunhe, kind: 'pwc', name: '陈五' };
    const answer = await administrator.post('/api/bodies', body, { key: 'another-address' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'idempotency-key.reused' } });
  });

  test('of another account is another key', async () => {
    const district = await api.signIn('admin');
    const answers = [await add('陈六', 'two-accounts'), await add('陈六', 'two-accounts', district)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]!.body.id).not.toBe(answers[1]!.body.id);
  });

  test('sent many times at once acts once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => add('陈七', 'at-once')));
    expect(await api.database.person.count({ where: { name: '陈七' } })).toBe(1);
    for (const { status, headers } of answers) {
      expect([201, 409]).toContain(status);
      if (status === 409) expect(headers.get('retry-after')).toBe('2');
    }
  });

  test.each([
    ['missing', null],
    ['too long', 'k'.repeat(201)],
    ['with a space', 'two words'],
  ])('%s is refused', async (_what, key) => {
    expect(await add('陈八', key)).toMatchObject({ status: 400, body: { code: 'idempotency-key.invalid' } });
  });
});

describe('a claim without an answer', () => {
  const content = { organisationId: EXAMPLE.organisations.chunhe, name: '陈九' };
  const leaveBehind = async (key: string, secondsAgo: number) => {
    await administrator.post('/api/people', content, { key });
    await api.database.idempotencyKey.update({
      where: { accountId_key: { accountId, key } },
      data: { status: null, createdAt: new Date(Date.now() - secondsAgo * 1000) },
    });
  };

  test('holds others off while it may still run', async () => {
    await leaveBehind('still-running', 25);
    const answer = await administrator.post('/api/people', content, { key: 'still-running' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'idempotency-key.in-progress' } });
    expect(answer.headers.get('retry-after')).toBe('2');
  });

  test('is taken over after half a minute, and finds its own record instead of making another', async () => {
    await leaveBehind('crashed', 31);
    const answer = await administrator.post('/api/people', content, { key: 'crashed' });
    expect(answer).toMatchObject({ status: 201, body: { id: deriveId(accountId, 'crashed', 'person') } });
    expect(await api.database.person.count({ where: { id: answer.body.id } })).toBe(1);
  });
});

test('a request with a password in it leaves no quick digest of the password behind', async () => {
  const person = await add('陈十', 'somebody');
  const body = { personId: person.body.id, username: 'chen.shi', password: PASSWORD };
  const first = await administrator.post('/api/accounts', body, { key: 'secret' });
  const again = await administrator.post('/api/accounts', body, { key: 'secret' });
  expect([first.status, again.status]).toEqual([201, 201]);
  const other = await administrator.post('/api/accounts', { ...body, password: `${PASSWORD}!` }, { key: 'secret' });
  expect(other.status).toBe(422);
  const row = await api.database.idempotencyKey.findUniqueOrThrow({
    where: { accountId_key: { accountId, key: 'secret' } },
  });
  expect(JSON.stringify(row)).not.toContain(PASSWORD);
});
