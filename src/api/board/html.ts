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

/** A page that reads without scripts, as bytes. */
export function page(title: string, body: Html): Buffer {
  const whole = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/board/style.css" />
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
  return Buffer.from(whole.text);
}

/** The same page, plainly marked as one of a training database. */
export function asTraining(written: Uint8Array): Buffer {
  const banner =
    '<p class="training">培训数据，不是真实公示 <span lang="en">Training data, not a real notice</span></p>';
  return Buffer.from(Buffer.from(written).toString('utf8').replace('<main>', `<main>${banner}`));
}

/** The board's style: large print, one column, fit for a telephone. */
export const BOARD_STYLE = `
body { margin: 0; font: 1.125rem/1.7 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1a1a1a; background: #fff; }
main { max-width: 45rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.3; }
h2 { font-size: 1.25rem; }
a { color: #0b4f8a; }
[lang="en"], small { color: #555; font-size: 0.875em; display: block; font-weight: normal; }
.dates { color: #333; }
.training { padding: 0.5rem 1rem; border: 2px solid #b00020; color: #b00020; font-weight: bold; }
`;
