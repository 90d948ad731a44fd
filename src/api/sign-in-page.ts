import { html, page } from './board/html';
import type { Reply } from './route';

/**
 * The page that leads a browser on after its sign-in. A redirect would not do: it would still count as sent by the provider's page, and
 * browsers keep the strict cookie of a sign-in from what another site sends.
 */
export function goOnPage(path: string, cookie: string): Reply<never> {
  const body = page(
    '登录成功',
    html`<div class="both">
      <h1>登录成功 <small lang="en">Signed in</small></h1>
      <p>
        <a href="${path}">继续 <span lang="en">Go on</span></a>
      </p>
    </div>`,
  );
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    Refresh: `0; url=${path}`,
    'Set-Cookie': cookie,
  };
  return { status: 200, headers, body: body as never };
}
