import { verdictView } from '../../contract/views/council';
import type { Bilingual } from '../../contract/words/bilingual';
import { METHOD_WORDS, OUTCOME_WORDS, QUESTION_WORDS } from '../../contract/words/council';
import { dateWords } from '../../contract/words/dates';
import { civilDateOf } from '../../domain/calendar/civil-date';
import type { PublishedResult } from '../../domain/council/state';
import type { BoardPaper } from '../../ports/procedures';

/** A published result with its texts in place. */
export type ResultContent = {
  readonly [Key in keyof PublishedResult]: Key extends 'title' | 'statement' ? string | null : PublishedResult[Key];
};

/** Marks text that is already HTML; everything else is escaped. */
class Html {
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

/** A page that reads without scripts. */
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

/** Every community with its board. */
export function boardsPage(
  organisations: readonly { id: string; name: string; nameEn: string; papers: number }[],
): Buffer {
  const rows = organisations.map(
    ({ id, name, nameEn, papers }) =>
      html`<li>
        <a href="/board/${id}">${name}</a> <span lang="en">${nameEn}</span>：${papers} 件公示
        <span lang="en">(${papers} papers)</span>
      </li>`,
  );
  return page(
    '公开栏',
    html`<h1>公开栏 <small lang="en">Notice boards</small></h1>
      <ul>
        ${rows}
      </ul>`,
  );
}

/** One community's board. */
export function boardPage(organisation: { name: string; nameEn: string }, papers: readonly BoardPaper[]): Buffer {
  const rows = papers.map(
    (paper) => html`<li><a href="/board/papers/${paper.id}">${paper.title}</a> ${postedLine(paper)}</li>`,
  );
  const list =
    papers.length > 0
      ? html`<ul>
          ${rows}
        </ul>`
      : html`<p>目前没有公示。<span lang="en">Nothing is posted now.</span></p>`;
  const title = `${organisation.name}公开栏`;
  return page(
    title,
    html`<p><a href="/board">全部公开栏</a></p>
      <h1>${title} <small lang="en">${organisation.nameEn}</small></h1>
      ${list}`,
  );
}

/** One paper: the result of a council with the arithmetic of every vote. */
export function paperPage(paper: BoardPaper): Buffer {
  const content = paper.content as ResultContent;
  const items = content.items.map(
    ({ title, outcome, votes }) => html`
      <section>
        <h2>${title}</h2>
        <p><strong>${OUTCOME_WORDS[outcome].zh}</strong> <span lang="en">${OUTCOME_WORDS[outcome].en}</span></p>
        <ul>
          ${votes.map(({ question, method, verdict }) => {
            const { arithmetic } = verdictView(verdict) as { arithmetic: Bilingual };
            return html`<li>
              ${QUESTION_WORDS[question].zh}（${METHOD_WORDS[method].zh}）：${arithmetic.zh}
              <span lang="en">${QUESTION_WORDS[question].en} (${METHOD_WORDS[method].en}): ${arithmetic.en}</span>
            </li>`;
          })}
        </ul>
      </section>
    `,
  );
  const held = dateWords(content.heldOn);
  return page(
    paper.title,
    html`
      <p><a href="/board/${paper.organisationId}">${paper.organisationName}公开栏</a></p>
      <h1>${paper.title}</h1>
      <p>${postedLine(paper)}</p>
      <p>议事会于${held.zh}在${content.place}召开。<span lang="en">The council sat on ${held.en}.</span></p>
      ${content.statement ? html`<p>${content.statement}</p>` : ''} ${items}
    `,
  );
}

function postedLine({ publishedAt, dueOn, late, takeDownOn }: BoardPaper): Html {
  const posted = civilDateOf(publishedAt);
  const until = takeDownOn ? `，公示至 ${takeDownOn}` : '';
  const lateness = late
    ? html` <strong>逾期公示（应于 ${dueOn} 前）</strong> <span lang="en">Posted late, due by ${dueOn}</span>`
    : '';
  return html`<span class="dates"
      >${posted} 公示${until} <span lang="en">Posted ${posted}, until ${takeDownOn}</span></span
    >${lateness}`;
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
`;
