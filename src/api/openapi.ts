import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { z } from 'zod';
import { problemSchema } from '../contract/schemas/problem';
import { inBoth } from '../contract/words/bilingual';
import { PROBLEM_TYPE } from './problem';
import { isKeyed, type Route } from './route';

const MEANINGS: Readonly<Record<number, string>> = {
  202: '仍在进行，请用同一 Idempotency-Key 重新提交 / Still under way: repeat it with the same Idempotency-Key',
  303: '转到另一个地址 / Go on at another address',
  400: '请求格式错误 / Malformed request',
  401: '请先登录 / Sign in first',
  403: '没有权限 / Not permitted',
  404: '没有找到 / Not found',
  409: '规定暂不允许 / The rules do not allow it now',
  413: '内容过大 / Too large',
  415: '不支持的类型 / Unsupported media type',
  422: '内容不符合要求 / The content is not acceptable',
  429: '请求过多 / Too many requests',
  500: '系统内部错误 / Internal error',
  502: '其他系统的应答有误 / Another service answered wrongly',
  503: '系统暂时不可用 / Temporarily unavailable',
};

const idempotencyHeader = z.object({
  'Idempotency-Key': z
    .string()
    .min(1)
    .max(200)
    .meta({ description: '每次新操作使用新的值，重新提交时不变 / New for every action, the same for a repeat' }),
});

/** The OpenAPI 3.1 document of the routes. */
export function openApiDocument(routes: readonly Route[]): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  return createDocument({ ...HEAD, paths, tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })) });
}

const HEAD: ZodOpenApiObject = {
  openapi: '3.1.0',
  info: {
    title: '规程 Guicheng',
    version: '1',
    description:
      '街道和社区议事规则的执行服务。依规定作出的每次拒绝、每个期限都注明条款；与规定无关的拒绝（未登录、没有权限、填写有误等）没有条款。 / Rules of procedure of a subdistrict office and its communities. Every refusal that a rule demands and every deadline names its clause; one that no rule speaks of (not signed in, not permitted, a wrong field) has none.',
  },
  servers: [{ url: '/' }],
  components: {
    securitySchemes: {
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'guicheng',
        description: 'POST /api/sessions; __Host-guicheng over https',
      },
    },
  },
};

function operation(route: Route): ZodOpenApiOperationObject {
  const { method, path, tag, summary, about, access, params, query } = route;
  return {
    operationId: operationId(method, path),
    tags: [tag],
    summary: inBoth(summary),
    ...(about && { description: inBoth(about) }),
    security: access === 'signed-in' ? [{ session: [] }] : [],
    requestParams: {
      ...(params && { path: params }),
      ...(query && { query }),
      ...(isKeyed(route) && { header: idempotencyHeader }),
    },
    ...requestBody(route),
    responses: { ...successes(route), ...problems(route) },
  };
}

function operationId(method: string, path: string): string {
  const words = path.split(/[/{}._-]+/).filter((word) => word !== '' && word !== 'api');
  return method + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

function requestBody({ body, rawBody }: Route): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (rawBody)
    return {
      requestBody: { required: true, content: Object.fromEntries(rawBody.mediaTypes.map((type) => [type, {}])) },
    };
  return body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {};
}

function successes({ success, alternatives = [] }: Route): ZodOpenApiOperationObject['responses'] {
  return Object.assign({}, ...[success, ...alternatives].map(oneSuccess)) as ZodOpenApiOperationObject['responses'];
}

function oneSuccess({ status, schema, mediaTypes }: Route['success']): ZodOpenApiOperationObject['responses'] {
  const description = MEANINGS[status] ?? 'OK';
  if (mediaTypes)
    return { [status]: { description, content: Object.fromEntries(mediaTypes.map((type) => [type, {}])) } };
  return { [status]: { description, ...(schema && { content: { 'application/json': { schema } } }) } };
}

function problems(route: Route): ZodOpenApiOperationObject['responses'] {
  const statuses = new Set<number>([...(route.problems ?? []), 500, 503]);
  if (route.access === 'signed-in') statuses.add(401);
  if (route.method !== 'get') statuses.add(403);
  if (route.params) statuses.add(404);
  if (route.query || route.body) statuses.add(422);
  if (route.body || isKeyed(route)) statuses.add(400);
  if (route.body || route.rawBody) statuses.add(413);
  if (isKeyed(route)) for (const status of [409, 422]) statuses.add(status);
  const content = { [PROBLEM_TYPE]: { schema: problemSchema } };
  const sorted = [...statuses].sort((a, b) => a - b);
  return Object.fromEntries(
    sorted.map((status) => [status, { description: MEANINGS[status] ?? String(status), content }]),
  );
}
