import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { TOPICS } from '../../src/domain/contact';
import { startTestApi, type ApiClient, type TestApi } from '../support/api';

let api: TestApi;
let office: ApiClient;
let chair: ApiClient;
beforeAll(async () => {
  api = await startTestApi();
  office = await api.signIn('office.admin');
  chair = await api.signIn('chunhe.chair');
});
afterAll(() => api.close());

const { people } = EXAMPLE;
const contactOf = (id: string) => `/api/people/${id}/contact`;
const everything = { mailTopics: TOPICS, smsTopics: TOPICS };

describe('where somebody can be reached', () => {
  test('is nowhere until they say so', async () => {
    const { body } = await (await api.signIn('chunhe.recorder')).get('/api/me/contact');
    expect(body).toEqual({ email: null, mobile: null, ...everything });
  });

  test('is told by themselves; what is left out stays as it is', async () => {
    const given = await chair.put('/api/me/contact', { email: 'zhou.min@example.cn', mobile: '13812345678' });
    expect(given).toMatchObject({
      status: 200,
      body: { email: 'zhou.min@example.cn', mobile: '13812345678', ...everything },
    });
    await chair.put('/api/me/contact', { mobile: null });
    await chair.put('/api/me/contact', { smsTopics: [], mailTopics: ['meetings', 'deadlines'] });
    expect((await chair.get('/api/me/contact')).body).toEqual({
      email: 'zhou.min@example.cn',
      mobile: null,
      mailTopics: ['meetings', 'deadlines'],
      smsTopics: [],
    });
  });

  test('is told by administrators for their people, and shown to them masked', async () => {
    const id = people['chunhe.member1'];
    const masked = { email: 'l***@example.cn', mobile: '139****78', ...everything };
    const given = await office.put(contactOf(id), { email: 'li.na@example.cn', mobile: '13912345678' });
    expect(given).toMatchObject({ status: 200, body: masked });
    expect((await office.get(contactOf(id))).body).toEqual(masked);
    expect((await (await api.signIn('chunhe.member1')).get('/api/me/contact')).body.email).toBe('li.na@example.cn');
  });

  test('is neither shown to nor changed by anybody else', async () => {
    const refused = { status: 403, body: { code: 'permission.missing' } };
    for (const client of [chair, await api.signIn('chunhe.staff')]) {
      expect(await client.get(contactOf(people['chunhe.member1']))).toMatchObject(refused);
      expect(await client.put(contactOf(people['chunhe.member1']), { email: null })).toMatchObject(refused);
    }
    expect(await office.put(contactOf(people.admin), { email: null })).toMatchObject(refused);
    const nobody = contactOf('00000000-0000-4000-8000-000000000000');
    expect(await office.get(nobody)).toMatchObject({ status: 404, body: { code: 'person.unknown' } });
  });

  test.each([
    ['email', 'zhou.min', '电子邮箱'],
    ['email', 'zhou.min@example', '电子邮箱'],
    ['email', 'zhou min@example.cn', '电子邮箱'],
    ['email', 'zhou@example.cn\r\nBcc: all@example.cn', '电子邮箱'],
    ['email', 'Zhou <zhou@example.cn>', '电子邮箱'],
    ['mobile', '1381234567', '手机号码'],
    ['mobile', '12345678901', '手机号码'],
    ['mobile', '+86 13812345678', '手机号码'],
  ])('%s cannot be %j', async (name, value, words) => {
    const answer = await chair.put('/api/me/contact', { [name]: value });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: name }] } });
    expect(answer.body.errors[0].message).toContain(words);
    expect(JSON.stringify(answer.body)).not.toContain(value);
  });

  test('stands in no log', () => {
    expect(api.log()).toContain('/api/me/contact');
    expect(api.log()).not.toMatch(/zhou\.min|li\.na|13812345678|13912345678/);
  });
});
