import type { RequestHandler } from 'express';

const ALLOWED_HEADERS = 'content-type, x-namespace';

/**
 * Lets the pages of one other origin use an address with the sign-in of whoever reads them, and read its answers. Mounted on that address, before
 * requests of other sites are refused; every other origin is none of its business. The sign-in comes along only when the page is of the same
 * site (another port, another subdomain), for its cookie is SameSite=Strict.
 */
export function welcomeOrigin(origin: string | undefined): RequestHandler {
  return (request, response, next) => {
    response.vary('Origin');
    if (origin === undefined || request.get('origin') !== origin) return next();
    response.locals.welcome = true;
    response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' });
    if (request.method !== 'OPTIONS') return next();
    response.set({
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': ALLOWED_HEADERS,
      'Access-Control-Max-Age': '600',
    });
    response.status(204).end();
  };
}
