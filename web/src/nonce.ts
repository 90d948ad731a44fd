/** By which the page's policy lets styles in that components write while they run (src/api/web-app.ts). */
export const NONCE = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

/** Gives every style element the nonce: what keeps the page still behind a dialog writes one and takes no nonce of its own. */
export function letStylesIn(): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = NONCE;
    return element;
  };
}
