const HERE = 'http://here.invalid';

/**
 * The path, query and fragment that a browser would go to on this site, fit for a header; null for what would lead it elsewhere or is no
 * path. Browsers read `\` as `/` and skip control characters, so neither may be in it.
 */
export function localPath(given: string): string | null {
  if (given.length > 2000 || !/^\/(?!\/)[^\\\x00-\x20\x7f]*$/.test(given) || !URL.canParse(given, HERE)) return null;
  const { origin, pathname, search, hash } = new URL(given, HERE);
  // Without its dots, `/..//elsewhere` is an address of another host.
  return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : null;
}
