import type { Router } from 'express';
import { startTestApi, type TestApi } from '../support/api';

let api: TestApi;
// Tests read what they need of the document.
let document: Record<string, any>;
beforeAll(async () => {
  api = await startTestApi();
  document = (await api.anonymous.get('/api/openapi.json')).body;
});
afterAll(() => api.close());

const operations = () =>
  Object.entries<Record<string, any>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

test('the document has the form of OpenAPI 3.1', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  for (const { operation } of operations()) {
    for (const [status, { description }] of Object.entries<any>(operation.responses)) {
      expect(status).toMatch(/^[2-5]\d\d$/);
      expect(description).toEqual(expect.any(String));
    }
  }
});

test('everything that the document refers to is in it', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(20);
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(references.map((match) => match[1])));
});

test('every route that is mounted is in the document, and the other way round', () => {
  const mounted = (api.app.router as unknown as Router).stack.flatMap(({ route }) =>
    route
      ? Object.keys((route as unknown as { methods: object }).methods).map((method) => `${method} ${route.path}`)
      : [],
  );
  const documented = operations().map(({ path, method }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
  expect(documented.sort()).toEqual(mounted.sort());
});

test('every operation has an id of its own and words in both languages', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { operation } of operations()) {
    for (const words of [operation.summary, operation.description ?? operation.summary])
      expect(words).toMatch(/[\u4e00-\u9fff].* \/ .*[a-z]/);
  }
});

test('every JSON body refuses what it does not ask for', () => {
  for (const { operation } of operations()) {
    const schema = operation.requestBody?.content?.['application/json']?.schema;
    if (schema) expect(schema.additionalProperties).toBe(false);
  }
});

test('every POST of somebody who is signed in asks for an Idempotency-Key', () => {
  for (const { path, method, operation } of operations().filter(({ method }) => method === 'post')) {
    const headers = (operation.parameters ?? []).map(({ name }: { name: string }) => name);
    expect({ path, method, keyed: headers.includes('Idempotency-Key') }).toEqual({
      path,
      method,
      keyed: path !== '/api/sessions',
    });
  }
});

test('how long too many wrong passwords keep somebody out is said where one signs in', () => {
  const { description } = document.paths['/api/sessions'].post;
  expect(description).toMatch(/15 分钟.* 5 次.* \/ .*5 failures for a username.*Retry-After/);
});

test('the page to read it loads only from here', async () => {
  const page = (await api.anonymous.get('/docs')).body.toString();
  const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses) {
    expect(address).toMatch(/^\/docs\//);
    expect((await api.anonymous.get(address)).status).toBe(200);
  }
});
