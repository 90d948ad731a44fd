import type { ProblemBody } from '../../contract/schemas/problem';
import type { Bilingual } from '../../contract/words/bilingual';
import { BOARD_WORDS, papersWords } from '../../contract/words/board';
import { dateWords } from '../../contract/words/dates';
import { civilDateOf } from '../../domain/calendar/civil-date';
import type { ClauseId } from '../../domain/clause';
import type { BoardNotice, BoardOwner, BoardPaper } from '../../ports/procedures';
import { councilFacts, councilResult } from './council-result';
import { html, page, type Html } from './html';
import { noticeCard } from './notice';
import { basis, fact, type Reading } from './reading';

/** How each kind of paper is written out, and by which clauses it hangs. */
const PAPERS: Readonly<
  Record<string, { clauses: ClauseId[]; facts: typeof councilFacts; content: typeof councilResult }>
> = {
  'council-result': {
    clauses: ['HDA-11.2.1', 'HDA-11.3.3', 'LAW-RCL-34'],
    facts: councilFacts,
    content: councilResult,
  },
};

/** Every community with its board. */
export function boardsPage(organisations: readonly (BoardOwner & { papers: number })[], reading: Reading): Buffer {
  const { say, to } = reading;
  const rows = organisations.map(
    (organisation) =>
      html`<li class="card">
        <a href="${to(`/board/${organisation.id}`)}">${nameOf(organisation, reading)}</a>
        <div class="quiet">${say(papersWords(organisation.papers))}</div>
      </li>`,
  );
  const title = say(BOARD_WORDS.boards);
  return page(
    title,
    html`<h1>${title}</h1>
      ${listOf(rows, say(BOARD_WORDS.noBoards))}`,
    reading.frame('/board'),
  );
}

/** What hangs on one community's board; `cursor` where it is not the first page of results. */
export interface BoardContent {
  readonly organisation: BoardOwner;
  readonly notices: readonly BoardNotice[];
  readonly papers: { readonly items: readonly BoardPaper[]; readonly next: string | null };
  readonly cursor: string | undefined;
}

/** One community's board. */
export function boardPage({ organisation, notices, papers, cursor }: BoardContent, reading: Reading): Buffer {
  const { say, to } = reading;
  const path = `/board/${organisation.id}`;
  const title = titleOf(organisation, reading);
  const announced = html`<h2>${say(BOARD_WORDS.notices)}</h2>
    ${listOf(
      notices.map((notice) => noticeCard(notice, reading)),
      say(BOARD_WORDS.noNotices),
    )}`;
  const newest = html`<a href="${to(path)}">${say(BOARD_WORDS.newest)}</a>`;
  const older = html`<a href="${to(`${path}?cursor=${papers.next}`)}">${say(BOARD_WORDS.older)}</a>`;
  return page(
    title,
    html`<h1>${title}</h1>
      ${cursor ? '' : announced}
      <h2>${say(BOARD_WORDS.results)}</h2>
      ${listOf(
        papers.items.map((paper) => paperCard(paper, reading)),
        say(BOARD_WORDS.noResults),
      )}
      <p class="pages">${cursor ? newest : ''} ${papers.next ? older : ''}</p>`,
    reading.frame(cursor ? `${path}?cursor=${cursor}` : path),
  );
}

/** One paper. */
export function paperPage(paper: BoardPaper, reading: Reading): Buffer {
  const { clauses, facts, content } = writing(paper);
  const { say, to } = reading;
  const owner = { id: paper.organisationId, name: paper.organisationName, nameEn: paper.organisationNameEn };
  return page(
    paper.title,
    html`
      <p><a href="${to(`/board/${owner.id}`)}">${titleOf(owner, reading)}</a></p>
      <h1>${reading.asWritten(paper.title)}</h1>
      <dl class="facts">
        ${facts(paper.content, reading)} ${dates(paper, reading)}
        ${fact(reading, BOARD_WORDS.basis, basis(reading, clauses))}
      </dl>
      <h2>${say(BOARD_WORDS.decided)}</h2>
      ${content(paper.content, reading)}
    `,
    reading.frame(`/board/papers/${paper.id}`),
  );
}

/** Where a page leads on. */
export interface WayOn extends Bilingual {
  readonly href: string;
}

/** A refusal in its own words, in both languages, with the way on. */
export function problemPage({ title, detail }: Pick<ProblemBody, 'title' | 'detail'>, way: WayOn): Buffer {
  return page(
    title,
    html`<div class="both">
      <h1>${title}</h1>
      <p>${detail.zh} <span lang="en">${detail.en}</span></p>
      <p>
        <a href="${way.href}">${way.zh} <span lang="en">${way.en}</span></a>
      </p>
    </div>`,
  );
}

function paperCard(paper: BoardPaper, reading: Reading): Html {
  return html`<li class="card">
    <h3><a href="${reading.to(`/board/papers/${paper.id}`)}">${reading.asWritten(paper.title)}</a></h3>
    <dl class="facts">${dates(paper, reading)}</dl>
  </li>`;
}

function dates({ publishedAt, dueOn, late, takeDownOn }: BoardPaper, reading: Reading): Html[] {
  const { say } = reading;
  const day = (date: string) => say(dateWords(date));
  const lateness = late ? html` <span class="late">${say(BOARD_WORDS.late)}</span>` : '';
  return [
    fact(reading, BOARD_WORDS.publishedOn, html`${day(civilDateOf(publishedAt))}${lateness}`),
    ...(late && dueOn ? [fact(reading, BOARD_WORDS.dueOn, day(dueOn))] : []),
    ...(takeDownOn ? [fact(reading, BOARD_WORDS.until, day(takeDownOn))] : []),
  ];
}

function listOf(rows: readonly Html[], none: string): Html {
  if (rows.length === 0) return html`<p class="quiet">${none}</p>`;
  return html`<ul class="list">
    ${rows}
  </ul>`;
}

function nameOf({ name, nameEn }: BoardOwner, { say }: Reading): string {
  return say({ zh: name, en: nameEn });
}

function titleOf({ name, nameEn }: BoardOwner, { say }: Reading): string {
  return say({ zh: `${name}公开栏`, en: `Notice board of ${nameEn}` });
}

function writing({ kind }: BoardPaper) {
  const found = PAPERS[kind];
  if (!found) throw new Error(`no way to write a ${kind}`);
  return found;
}
