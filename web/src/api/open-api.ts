import type { Endpoint } from './endpoints';

/** The API's own document, from which forms are made. */
export const openApi: Endpoint<object> = { method: 'get', path: '/api/openapi.json' };
