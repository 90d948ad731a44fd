import { openDatabase } from '../../src/adapters/postgres/database';
import { postgresApiPorts } from '../../src/adapters/postgres/api-ports';
import { startPrivatePostgres, type PrivatePostgres } from '../support/database';
import { startTestApi, type TestApi } from '../support/api';

let postgres: PrivatePostgres;
let api: TestApi;
let database: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  postgres = await startPrivatePostgres();
  database = openDatabase(postgres.url);
  api = await startTestApi(postgresApiPorts(database));
});
afterAll(async () => {
  await api.close();
  await database.$disconnect();
  await postgres.remove();
});

test('without a database the answer is "later" and not an error of ours; when it is back, so is the service', async () => {
  const signIn = () => api.anonymous.post('/api/sessions', { username: 'nobody', password: 'x' }, { key: null });
  expect((await signIn()).status).toBe(401);
  await postgres.stop();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const answer = await signIn();
    expect(answer).toMatchObject({ status: 503, body: { code: 'request.unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('2');
  }
  await postgres.start();
  expect((await signIn()).status).toBe(401);
});
