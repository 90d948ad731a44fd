import type { ProblemBody } from '../../contract/schemas/problem';
import type { Bilingual } from '../../contract/words/bilingual';
import { civilDateOf } from '../../domain/calendar/civil-date';
import type { BoardPaper } from '../../ports/procedures';
import { councilResult } from './council-result';
import { html, page, type Html } from './html';

/** How each kind of paper is written out. */
const CONTENT: Readonly<Record<string, (content: unknown) => Html>> = {
  'council-result': councilResult,
};

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

/** One paper. */
export function paperPage(paper: BoardPaper): Buffer {
  const write = CONTENT[paper.kind];
  if (!write) throw new Error(`no way to write a ${paper.kind}`);
  return page(
    paper.title,
    html`
      <p><a href="/board/${paper.organisationId}">${paper.organisationName}公开栏</a></p>
      <h1>${paper.title}</h1>
      <p>${postedLine(paper)}</p>
      ${write(paper.content)}
    `,
  );
}

/** Where a page leads on. */
export interface WayOn extends Bilingual {
  readonly href: string;
}

/** A refusal in its own words, with the way on. */
export function problemPage({ title, detail }: Pick<ProblemBody, 'title' | 'detail'>, way: WayOn): Buffer {
  return page(
    title,
    html`<p>
        <a href="${way.href}">${way.zh} <span lang="en">${way.en}</span></a>
      </p>
      <h1>${title}</h1>
      <p>${detail.zh} <span lang="en">${detail.en}</span></p>`,
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
