import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestApi, type TestApi } from '../support/api';

let api: TestApi;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guicheng-web-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="GUICHENG_NONCE">');
  await writeFile(path.join(folder, 'assets', 'index-1.js'), `// ${'a'.repeat(2000)}\n`);
  api = await startTestApi({ settings: { secureCookies: false, sessionHours: 12, webFolder: folder } });
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

test('every address of the application is its one page, with a nonce for its styles that is new each time', async () => {
  const nonces = await Promise.all(
    ['/app', '/app/', '/app/procedures/1?a=b'].map(async (address) => {
      const answer = await fetch(api.url + address);
      const policy = answer.headers.get('content-security-policy')!;
      const [, nonce] = /nonce="([\w-]{22})"/.exec(await answer.text())!;
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(3);
});

test('its files come compressed and are kept; one that does not exist is not the page', async () => {
  const answer = await fetch(`${api.url}/app/assets/index-1.js`, { headers: { 'Accept-Encoding': 'gzip' } });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  const missing = await api.anonymous.get('/app/assets/index-2.js');
  expect([missing.status, missing.body.code]).toEqual([404, 'request.unknown-address']);
});

test('the link of a mail leads to the procedure in the application', async () => {
  const answer = await fetch(`${api.url}/procedures/1`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/app/procedures/1']);
});

test('whether anybody is signed in can be asked by everybody', async () => {
  expect((await api.anonymous.get('/api/sessions/current')).body).toEqual({ me: null });
  const admin = await api.signIn('admin');
  const { body } = await admin.get('/api/sessions/current');
  expect(body.me).toEqual((await admin.get('/api/me')).body);
});
