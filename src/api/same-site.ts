import type { RequestHandler } from 'express';
import { refuse } from '../domain/refusal';
import { refused } from './refused';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site's page makes a browser send. Browsers say where a request comes from; scripts that send
 * neither header carry no cookie that they were not given. What was welcomed before (./cross-origin.ts) is let through.
 */
export function refuseOtherSites(publicUrl: string | undefined): RequestHandler {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  return (request, response, next) => {
    if (SAFE.has(request.method) || response.locals.welcome === true) return next();
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    const foreignOrigin = origin !== undefined && !isOurs(origin, [request.get('host'), publicHost]);
    if (!foreignSite && !foreignOrigin) return next();
    refused(request, response, refuse('request.other-site', null));
  };
}

/** A page without an origin of its own says `null`, which is nobody's. */
function isOurs(origin: string, hosts: readonly (string | undefined)[]): boolean {
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
