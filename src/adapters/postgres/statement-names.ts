import { createHash } from 'node:crypto';

/** How many different statements a connection keeps prepared. Lists of varying length make new ones without end; the common ones come first. */
const AT_MOST = 500;

/**
 * Names the statements that connections keep prepared, so that PostgreSQL reads and plans each of them once for a connection and not every
 * time. The same text has the same name; those that come when `atMost` are known get none and are sent as they are.
 */
export function statementNames(atMost = AT_MOST): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= atMost) return UNNAMED;
    const name = createHash('sha256').update(sql).digest('base64url');
    names.set(sql, name);
    return name;
  };
}

/** The name of the statement that PostgreSQL does not keep. */
const UNNAMED = '';
