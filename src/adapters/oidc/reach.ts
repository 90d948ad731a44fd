import type { CustomFetch } from 'openid-client';
import { Unavailable } from '../../ports/unavailable';

/** When it makes sense to ask a provider again that did not answer, in seconds. */
const RETRY_AFTER_SECONDS = 5;

/**
 * A fetch that throws Unavailable for whatever keeps the provider from answering: no connection, too late, broken off, an error of its
 * own. So the whole answer is read here.
 */
export const reach: CustomFetch = async (url, { body, signal, ...options }) => {
  const { status, statusText, headers, content } = await read(url, {
    ...options,
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  });
  if (status >= 500 || status === 429) throw unavailable(`${status} ${statusText}`);
  return new Response(content, { status, statusText, headers });
};

async function read(url: string, options: RequestInit) {
  try {
    const response = await fetch(url, options);
    const content = await response.arrayBuffer();
    const { status, statusText, headers } = response;
    return { status, statusText, headers, content: content.byteLength > 0 ? content : null };
  } catch (cause) {
    throw unavailable(cause);
  }
}

function unavailable(cause: unknown): Unavailable {
  return new Unavailable('identity-provider', RETRY_AFTER_SECONDS, { cause });
}
