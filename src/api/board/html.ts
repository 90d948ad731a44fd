/** Marks text that is already HTML; everything else is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

/** Writes HTML in which every value is escaped unless it is HTML itself. */
export function html(parts: TemplateStringsArray, ...values: readonly unknown[]): Html {
  const written = values.map((value) => (Array.isArray(value) ? value.map(asHtml).join('') : asHtml(value)));
  return new Html(parts.map((part, index) => part + (written[index] ?? '')).join(''));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function asHtml(value: unknown): string {
  if (value instanceof Html) return value.text;
  return String(value ?? '').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

/** The language a page is written in, and where it leads. */
export interface Frame {
  readonly language: 'zh' | 'en';
  /** The same page in the other language; without it the page is in both. */
  readonly otherLanguage?: string | undefined;
}

const BOTH: Frame = { language: 'zh' };

/** A page that reads without scripts, as bytes. */
export function page(title: string, body: Html, { language, otherLanguage }: Frame = BOTH): Buffer {
  const isEnglish = language === 'en';
  const other = otherLanguage
    ? html`<a href="${otherLanguage}" lang="${isEnglish ? 'zh-CN' : 'en'}" hreflang="${isEnglish ? 'zh-CN' : 'en'}"
        >${isEnglish ? '中文' : 'English'}</a
      >`
    : '';
  const whole = html`<!doctype html>
    <html lang="${isEnglish ? 'en' : 'zh-CN'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/board/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">${isEnglish ? 'Skip to content' : '跳到正文'}</a>
        <header>
          <p><a href="/board${isEnglish ? '?lang=en' : ''}">${isEnglish ? 'Notice boards' : '社区公开栏'}</a></p>
          ${other}
        </header>
        <main id="content">${body}</main>
        <footer><a href="/app">${isEnglish ? 'Sign-in for staff and members' : '工作人员和成员登录'}</a></footer>
      </body>
    </html>`;
  return Buffer.from(whole.text);
}

const MAIN = '<main id="content">';

/** The same page, plainly marked as one of a training database. */
export function asTraining(written: Uint8Array): Buffer {
  const banner =
    '<p class="training">培训数据，不是真实公示 <span lang="en">Training data, not a real notice</span></p>';
  return Buffer.from(Buffer.from(written).toString('utf8').replace(MAIN, `${MAIN}${banner}`));
}
