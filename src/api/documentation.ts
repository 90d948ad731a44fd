import compression from 'compression';
import { Router, static as serveStatic } from 'express';
import { absolutePath } from 'swagger-ui-dist';
import { openApiDocument } from './openapi';
import type { Route } from './route';

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>规程接口 / Guicheng API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const START = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', validatorUrl: null });\n`;

/** The OpenAPI document, and a page to read and try it. Everything comes from here: offices have closed networks. */
export function documentation(routes: readonly Route[]): Router {
  const document = openApiDocument(routes);
  const router = Router();
  // Forms of the browser application are made from it: a quarter of a megabyte, a tenth of that compressed.
  router.get('/api/openapi.json', compression(), (_request, response) => {
    response.locals.route = '/api/openapi.json';
    response.json(document);
  });
  router.use('/docs', (_request, response, next) => {
    response.locals.route = '/docs';
    next();
  });
  router.get('/docs', (_request, response) => {
    response.type('html').send(PAGE);
  });
  router.get('/docs/start.js', (_request, response) => {
    response.type('js').send(START);
  });
  router.use('/docs', serveStatic(absolutePath(), { index: false, redirect: false }));
  return router;
}
