const NONCE = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

/**
 * Lets in the styles that components write while they run: by the nonce of the page (src/api/web-app.ts). Ant Design can be told the nonce, but
 * does not hand it on to all of its helpers, such as the one that locks the page behind a dialog.
 */
export function letStylesIn(): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = NONCE;
    return element;
  };
}
