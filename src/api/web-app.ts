import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import compression from 'compression';
import { Router, static as serveStatic, type Response } from 'express';

/** Where the browser application lies on this site. */
export const WEB_APP = '/app';

/** Stands in the built page where the nonce of an answer belongs (web/vite.config.mts). */
const NONCE_PLACE = /GUICHENG_NONCE/g;

/**
 * The browser application: one page for every address below, and its files, which are named by their content and so are kept for ever.
 * The page is made for each answer: styles that its components write while it runs are let in by a nonce, scripts only as files from here.
 */
export function webApp(folder: string): Router {
  const router = Router();
  router.use(WEB_APP, (_request, response, next) => {
    response.locals.route = WEB_APP;
    next();
  });
  router.use(
    `${WEB_APP}/assets`,
    compression(),
    serveStatic(path.join(folder, 'assets'), { index: false, redirect: false, immutable: true, maxAge: '365d' }),
  );
  router.get([WEB_APP, `${WEB_APP}/{*rest}`], async (request, response, next) => {
    const isPage = !request.path.startsWith(`${WEB_APP}/assets/`);
    if (isPage) sendPage(response, await readFile(path.join(folder, 'index.html'), 'utf8'));
    else next();
  });
  return router;
}

function sendPage(response: Response, page: string): void {
  const nonce = randomBytes(16).toString('base64url');
  response.set({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy(nonce),
  });
  response.send(page.replace(NONCE_PLACE, nonce));
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
