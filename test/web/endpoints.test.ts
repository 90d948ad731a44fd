import { api } from '../../web/src/api/endpoints';
import { startService, type Service } from '../support/service';

/** What the application leaves to others: programs, the identity provider's way back, the meeting page's stream. */
const NOT_USED = [
  'get /api/me',
  'get /api/sessions/oidc',
  'get /api/sessions/oidc/callback',
  'post /api/temporal-codec/decode',
  'get /api/events',
  'get /api/procedures/{id}/events',
];

let service: Service;
beforeAll(async () => {
  service = await startService({ ownWorker: false });
});
afterAll(() => service.close());

test('everything that the API can, the application can: each way in is one that exists, and none is left out', async () => {
  const { paths } = (await service.anonymous.get('/api/openapi.json')).body as { paths: Record<string, object> };
  const offered = Object.entries(paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
    .filter((way) => way.includes(' /api/') && !NOT_USED.includes(way));
  const used = Object.values(api).map(({ method, path }) => `${method} ${path}`);
  expect(used.sort()).toEqual(offered.sort());
});
