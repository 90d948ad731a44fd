import { parseSetCookie } from 'cookie';

/** What a browser was shown in the end, and every address it went through. */
export interface Visit {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly visited: readonly string[];
}

/** A browser without a screen: it keeps cookies by host, as browsers do, whatever the port, and follows redirects. */
export interface Browser {
  /** Goes to an address and on. `until` stops it before an address that it is sent to. */
  visit(url: string, options?: { accept?: string; until?: (url: string) => boolean }): Promise<Visit>;
  cookie(host: string, name: string): string | undefined;
  setCookie(host: string, name: string, value: string): void;
}

export function newBrowser(): Browser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string) => {
    const { hostname } = new URL(url);
    const jar = jars.get(hostname) ?? new Map<string, string>();
    jars.set(hostname, jar);
    return jar;
  };
  const ask = async (url: string, accept: string): Promise<Response> => {
    const jar = jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { Accept: accept, ...(cookie && { Cookie: cookie }) },
    });
    for (const header of response.headers.getSetCookie()) keep(jar, header);
    return response;
  };
  return {
    async visit(start, { accept = '*/*', until = () => false } = {}) {
      const visited = [start];
      for (let url = start; ;) {
        const response = await ask(url, accept);
        const location = response.headers.get('location');
        const next = location === null ? null : new URL(location, url).href;
        if (next === null || until(next) || visited.length > 20) {
          const { status, headers } = response;
          return { url: next ?? url, status, headers, text: await response.text(), visited };
        }
        await response.arrayBuffer();
        visited.push((url = next));
      }
    },
    cookie: (host, name) => jars.get(host)?.get(name),
    setCookie: (host, name, value) => void jarOf(`http://${host}`).set(name, value),
  };
}

function keep(jar: Map<string, string>, header: string): void {
  const { name, value, maxAge, expires } = parseSetCookie(header)!;
  if (maxAge === 0 || (expires && expires.getTime() <= Date.now())) jar.delete(name);
  else jar.set(name, value ?? '');
}
