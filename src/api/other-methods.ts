import { Router, type RequestHandler } from 'express';
import { refuse } from '../domain/refusal';
import { refused } from './refused';
import type { Route } from './route';

/** Says of every address that exists which methods it takes, to whoever comes with another one. */
export function otherMethods(routes: readonly Route[], expressPath: (path: string) => string): Router {
  const router = Router();
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    router.all(expressPath(path), answer(path, methods.includes('GET') ? ['HEAD', ...methods] : methods));
  }
  return router;
}

function answer(path: string, methods: readonly string[]): RequestHandler {
  const allowed = [...methods].sort().join(', ');
  return (request, response) => {
    response.locals.route = path;
    response.set('Allow', allowed);
    if (request.method === 'OPTIONS') response.status(204).end();
    else refused(request, response, refuse('request.method-not-allowed', null, { allowed }));
  };
}
